package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.body.BodyDocument;
import org.jspecify.annotations.Nullable;

/**
 * What one descriptor is made of: a document, or a part of one.
 *
 * @param document in which it stands
 * @param line where it begins, from 1
 * @param text as somebody wrote it to describe an entity; null when nobody did, as in another
 *     tool's file, or when it came without a file as JSON, which the description repeats
 */
record Passage(BodyDocument document, int line, @Nullable String text) {

  /** What nobody wrote to describe an entity. */
  static Passage unwritten(BodyDocument document, int line) {
    return new Passage(document, line, null);
  }
}
