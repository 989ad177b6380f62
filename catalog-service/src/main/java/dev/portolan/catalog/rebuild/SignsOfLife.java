package dev.portolan.catalog.rebuild;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives signs of life until it is closed. One that fails is said, and the next one is given. */
final class SignsOfLife implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SignsOfLife.class);

  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final Thread thread;

  /**
   * Begins.
   *
   * @param of who gives them: a noun
   */
  SignsOfLife(String of, Runnable sign) {
    thread = Thread.ofVirtual().name(of + "-signs").start(() -> give(of, sign));
  }

  private static void give(String of, Runnable sign) {
    while (pause(BETWEEN)) {
      try {
        sign.run();
      } catch (RuntimeException e) {
        log.warn("The {} could not give a sign of life: {}", of, e.getMessage());
      }
    }
  }

  /** False when there is to be no more. */
  static boolean pause(Duration duration) {
    try {
      Thread.sleep(duration);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A sign that is still on its way must not come after the last word. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
