package dev.portolan.search.indexing;

import java.time.Duration;
import java.time.Instant;

/**
 * Decides whether a batch is made visible with its write.
 *
 * <p>A small batch is somebody's edit: they look for it at once. A large one belongs to a load, and
 * a refresh with each would cost more than the writes; the index refreshes itself each second. The
 * same holds for small batches that follow each other closely.
 */
public final class RefreshPacing {
  static final int LARGEST = 50;
  static final Duration CLOSE = Duration.ofMillis(100);

  private Instant last = Instant.EPOCH;

  /** Whether to refresh with a batch of that many changes, written at that moment. */
  public boolean refreshNow(int changes, Instant now) {
    if (changes > LARGEST || Duration.between(last, now).compareTo(CLOSE) < 0) {
      return false;
    }
    last = now;
    return true;
  }
}
