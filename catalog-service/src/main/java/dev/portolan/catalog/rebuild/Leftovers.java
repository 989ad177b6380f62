package dev.portolan.catalog.rebuild;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands beside the live graph when nobody builds there: its builder died or failed. */
final class Leftovers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

  private static final long BETWEEN_TRIES_SECONDS = 2;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("rebuild-clear-up").factory());

  private final Function<String, NextGraph> graphs;
  private final RebuildDesk desk;

  /**
   * Leaves them where they are.
   *
   * @param graphs the next graph of whoever has signed in under that name
   */
  Leftovers(Function<String, NextGraph> graphs, RebuildDesk desk) {
    this.graphs = graphs;
    this.desk = desk;
  }

  /** Removes them as soon as nobody is at it any more; does not wait for that. */
  void clearUp() {
    tryIn(0);
  }

  private void tryIn(long seconds) {
    try {
      var _ = timer.schedule(this::tryOnce, seconds, TimeUnit.SECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("What an earlier rebuild left stays until the next start", e);
    }
  }

  private void tryOnce() {
    if (!areGone()) {
      tryIn(BETWEEN_TRIES_SECONDS);
    }
  }

  private boolean areGone() {
    String by = UUID.randomUUID().toString();
    try {
      NextGraph next = graphs.apply(by);
      if (next.isEmpty()) {
        return true;
      }
      if (!desk.beginAside(by)) {
        return false;
      }
      next.clear();
      desk.endAside(by);
      log.info("What an earlier rebuild had left in Neo4j is removed");
      return true;
    } catch (RuntimeException e) {
      log.debug("What an earlier rebuild left cannot be removed yet", e);
      return false;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
