package dev.portolan.search.intake;

import java.util.function.Consumer;

/**
 * The topic, read once more from its beginning, apart from the reader whose offsets are committed.
 * Not for several threads.
 */
public interface Replay extends AutoCloseable {
  /**
   * Reads on to where the topic ends at the time of the call, or a little farther.
   *
   * @param batches takes what was read
   * @throws ReplayException when Kafka does not answer, or gives nothing for a minute
   */
  void readOn(Consumer<ChangeBatch> batches);

  /**
   * Whether the reader has applied all that was read here so far.
   *
   * @throws ReplayException when Kafka does not answer
   */
  boolean isApplied();

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
