package dev.portolan.search.indexing.elasticsearch;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.portolan.search.intake.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refreshes the index after writes that did not do so themselves, once for many. */
final class TrailingRefresh implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(TrailingRefresh.class);

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofVirtual().name("trailing-refresh").factory());
  private final Runnable refresh;
  private @Nullable ScheduledFuture<?> next;

  TrailingRefresh(Runnable refresh) {
    this.refresh = refresh;
  }

  /** What was written before this call is visible soon after that time at the latest. */
  synchronized void within(Duration wait) {
    if (next != null) {
      if (next.getDelay(NANOSECONDS) <= wait.toNanos()) {
        return;
      }
      next.cancel(false);
    }
    next = timer.schedule(this::run, wait.toNanos(), NANOSECONDS);
  }

  private void run() {
    // Before the refresh: what is written from here on may come too late for this one.
    synchronized (this) {
      next = null;
    }
    try {
      refresh.run();
    } catch (RuntimeException e) {
      // The index refreshes itself too, each second.
      if (e instanceof StoreUnavailableException) {
        log.debug("The index was not refreshed: {}", e.getMessage());
      } else {
        log.warn("The index was not refreshed", e);
      }
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
