package dev.portolan.ingestion.adapter;

import java.util.Collection;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Takes what a source says, file by file, and knows how its files were read before. One that only
 * takes documents has everything read.
 */
@FunctionalInterface
public interface Reception {

  /** Takes a document of the file that was begun last. */
  void take(FoundDocument document);

  /**
   * Whether a whole revision was read before, and taking it again would change nothing: then none
   * of it need be read.
   */
  default boolean has(String revision) {
    return false;
  }

  /**
   * How these files were read before, where that is remembered.
   *
   * @param current tells whether the file, and all that its reading rested on, is as it was then
   * @return by file, only those that are current
   */
  default Map<String, FileReading> recall(
      Collection<String> files, Predicate<FileReading> current) {
    return Map.of();
  }

  /**
   * Takes all documents of a file as they were, in place of having them read again.
   *
   * @param before as recalled
   * @return false when they cannot stand as they were: nothing was taken, and the file is to be
   *     read
   */
  default boolean takeAgain(FileReading before) {
    return false;
  }

  /** What is taken from now on belongs to this file. */
  default void begin(String file) {}

  /** The file that was begun last is at its end. */
  default void end(FileReading reading) {}
}
