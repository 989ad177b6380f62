package dev.portolan.catalog.rebuild;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives signs of life until it is closed. One that fails is said, and the next one is given. */
final class SignsOfLife implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SignsOfLife.class);

  private static final long BETWEEN_SECONDS = 2;

  private final ScheduledExecutorService timer;

  /**
   * Begins.
   *
   * @param of who gives them: a noun
   */
  SignsOfLife(String of, Runnable sign) {
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name(of + "-signs").factory());
    var _ =
        timer.scheduleWithFixedDelay(
            () -> give(of, sign), BETWEEN_SECONDS, BETWEEN_SECONDS, TimeUnit.SECONDS);
  }

  private static void give(String of, Runnable sign) {
    try {
      sign.run();
    } catch (RuntimeException e) {
      log.warn("The {} could not give a sign of life: {}", of, e.getMessage());
    }
  }

  /** Waits for a sign that is still on its way: it must not come after the last word. */
  @Override
  public void close() {
    timer.close();
  }
}
