package dev.portolan.events;

/** What happened to an entity. */
public enum ChangeType {
  /** It exists now and did not before; also when it returns after it was deleted. */
  CREATED,
  /** It says something else than before. */
  UPDATED,
  /** No source speaks of it any more. */
  DELETED
}
