package dev.portolan.catalog.version;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How long a question waits for what it wants to see. */
public final class Patience {
  /** At most. */
  public static final Duration LIMIT = Duration.ofSeconds(2);

  private static final Duration PAUSE = Duration.ofMillis(10);

  private Patience() {}

  /**
   * Waits until it is so, but not for longer than {@link #LIMIT}.
   *
   * @return whether it is so
   */
  public static boolean until(BooleanSupplier reached) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() - deadline >= 0) {
        return false;
      }
      pause();
    }
    return true;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a version", e);
    }
  }
}
