package dev.portolan.search.indexing;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides how soon a batch is made visible.
 *
 * <p>A small batch is somebody's edit: they look for it at once. A large one belongs to a load, and
 * a refresh with each would cost more than the writes; the same holds for small batches that follow
 * each other closely. Those share one refresh a little later, which comes though nothing follows.
 */
public final class RefreshPacing {
  static final int LARGEST = 50;
  static final Duration CLOSE = Duration.ofMillis(100);
  static final Duration LOAD = Duration.ofMillis(400);

  private Instant next = Instant.EPOCH;

  /** How long a batch of that many changes may wait for its refresh; zero: do it with the write. */
  public Duration within(int changes, Instant now) {
    if (changes > LARGEST) {
      return LOAD;
    }
    Duration left = Duration.between(now, next);
    // More than that is left only where the clock was set back.
    if (left.isPositive() && left.compareTo(CLOSE) <= 0) {
      return left;
    }
    next = now.plus(CLOSE);
    return Duration.ZERO;
  }
}
