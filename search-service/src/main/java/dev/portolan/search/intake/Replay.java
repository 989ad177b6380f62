package dev.portolan.search.intake;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The topic, read once more from its beginning, apart from the reader whose offsets are committed.
 * Not for several threads.
 */
public interface Replay extends AutoCloseable {
  /** So long the index may take to come as far as the topic was read. */
  Duration PATIENCE = Duration.ofSeconds(60);

  /** Between two looks at how far it is. */
  Duration PAUSE = Duration.ofMillis(100);

  /**
   * Reads on to where the topic ends at the time of the call, or a little farther.
   *
   * @param batches takes what was read
   * @throws ReplayException when Kafka does not answer, or gives nothing for a minute
   */
  void readOn(Consumer<ChangeBatch> batches);

  /**
   * Reads what comes next, up to some 1,000 records; none at the end of the topic.
   *
   * @throws ReplayException when Kafka does not answer
   */
  ChangeBatch next();

  /**
   * Whether the reader has applied all that was read here so far.
   *
   * @throws ReplayException when Kafka does not answer
   */
  boolean isApplied();

  /**
   * Returns when the reader has applied all that was read here so far.
   *
   * @throws ReplayException when it has not within a minute, or Kafka does not answer
   */
  default void awaitApplied() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isApplied()) {
      if (System.nanoTime() - deadline > 0) {
        throw new ReplayException("The index does not come as far as the topic; see GET /api/lag");
      }
      // Kafka tells nobody when another reader commits its offsets.
      Thread.sleep(PAUSE);
    }
  }

  /** Of each partition the offset at which this goes on. */
  Map<Integer, Long> positions();

  /**
   * How many offsets lie between here and the end of the topic.
   *
   * @throws ReplayException when Kafka does not answer
   */
  long left();

  @Override
  void close();

  /** Begins to read. */
  @FunctionalInterface
  interface Source {
    /**
     * Begins.
     *
     * @param from the offset of each partition to begin at; the others begin at their beginning
     * @throws ReplayException when Kafka does not answer
     */
    Replay begin(Map<Integer, Long> from);
  }
}
