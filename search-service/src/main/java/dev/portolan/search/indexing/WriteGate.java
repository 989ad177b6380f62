package dev.portolan.search.indexing;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets this instance write to the index, but for the moment in which another takes its place. */
public final class WriteGate {
  /** Fair: else whoever closes it would wait until nobody writes by chance. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock(true);

  /** Writes as soon as the gate is open. */
  public <T> T pass(Supplier<T> write) {
    lock.readLock().lock();
    try {
      return write.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Does that when the writes that have begun are done; those that come wait meanwhile. */
  public void closedWhile(Runnable work) {
    lock.writeLock().lock();
    try {
      work.run();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
