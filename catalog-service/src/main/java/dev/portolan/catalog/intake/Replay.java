package dev.portolan.catalog.intake;

import java.util.Map;

/**
 * The topic, read once more from its beginning, apart from the reader whose offsets are committed.
 * Partitions go by their names, {@code topic-3}. Not for several threads.
 */
public interface Replay extends AutoCloseable {
  /**
   * Where the partitions end at this moment.
   *
   * @throws ReplayException when Kafka does not answer
   */
  Map<String, Long> ends();

  /** Where each partition is read on. */
  Map<String, Long> positions();

  /**
   * The next records, of those that lie before the bounds; none where none came for a moment.
   *
   * @param bounds the offsets up to which to read; a partition without one is not read
   * @throws ReplayException when Kafka does not answer
   */
  Portion next(Map<String, Long> bounds);

  /** Whether everything that lies before the bounds was read. */
  default boolean reached(Map<String, Long> bounds) {
    Map<String, Long> positions = positions();
    return bounds.entrySet().stream()
        .allMatch(bound -> positions.getOrDefault(bound.getKey(), 0L) >= bound.getValue());
  }

  @Override
  void close();

  /** Begins to read at the beginning of every partition. */
  @FunctionalInterface
  interface Source {
    /**
     * Begins.
     *
     * @throws ReplayException when Kafka does not answer
     */
    Replay begin();
  }
}
