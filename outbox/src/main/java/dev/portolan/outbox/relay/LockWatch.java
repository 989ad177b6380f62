package dev.portolan.outbox.relay;

import java.time.Duration;

/** Interrupts the thread that opened it as soon as the lock is lost. */
final class LockWatch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Thread watcher;
  private volatile boolean lost;

  LockWatch(RelayLock lock) {
    Thread relay = Thread.currentThread();
    watcher = Thread.ofVirtual().name("outbox-lock-watch").start(() -> watch(lock, relay));
  }

  boolean lost() {
    return lost;
  }

  private void watch(RelayLock lock, Thread relay) {
    try {
      do {
        Thread.sleep(PAUSE);
      } while (lock.alive());
      lost = true;
      relay.interrupt();
    } catch (InterruptedException e) {
      // Closed: there is nothing to watch over any more.
    }
  }

  /** Returns when no interrupt can come from here any more. */
  @Override
  public void close() {
    watcher.interrupt();
    boolean interrupted = false;
    while (watcher.isAlive()) {
      try {
        watcher.join();
      } catch (InterruptedException e) {
        interrupted = !lost;
      }
    }
    if (lost) {
      Thread.interrupted();
    } else if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
