package dev.portolan.catalog.dependency;

/** Which way an impact is followed. */
public enum Direction {
  /** To what is in trouble when the root is. */
  DEPENDENTS,
  /** To what brings the root into trouble. */
  DEPENDENCIES
}
