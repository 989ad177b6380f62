package dev.portolan.ingestion.sync;

import dev.portolan.events.EntityRef;

/**
 * What became of a document that was taken.
 *
 * @param document where it stands among the documents of its body or file, from 1
 * @param ref the entity that it describes
 * @param version the entity's version now
 * @param change CREATED, UPDATED, or UNCHANGED when it brought nothing new
 */
public record ReportedEntity(int document, EntityRef ref, long version, String change) {
  /** The change of a document that brought nothing new. */
  public static final String UNCHANGED = "UNCHANGED";
}
