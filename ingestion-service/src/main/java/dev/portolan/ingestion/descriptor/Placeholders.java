package dev.portolan.ingestion.descriptor;

import dev.portolan.ingestion.descriptor.rule.Placeholder;

/**
 * Finds the contents that placeholders stand for, where a document comes from a place that has
 * them.
 */
@FunctionalInterface
public interface Placeholders {

  /** What comes of a placeholder. */
  sealed interface Resolution {
    /** The text of the file. */
    record Content(String text) implements Resolution {}

    /** It stays as it is written; the note says why. */
    record LeftAsWritten(String note) implements Resolution {}

    /** There is no such file, or it must not be read; the message says which, and the way out. */
    record Failed(String message) implements Resolution {}
  }

  /** Finds the content. */
  Resolution resolve(Placeholder placeholder);

  /** For documents that come without a place beside them. */
  static Placeholders leftAsWritten() {
    return placeholder ->
        new Resolution.LeftAsWritten(
            placeholder.key()
                + " stays as it is written: only the folder and git adapters read further files");
  }
}
