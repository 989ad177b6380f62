package dev.portolan.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One at a time on a data folder: two processes that start or stop what is in it do so one after
 * the other. Who has the lock may take it again.
 */
final class FolderLock {
  private static final Map<Path, ReentrantLock> OF_THIS_PROCESS = new ConcurrentHashMap<>();

  private FolderLock() {}

  /**
   * Runs the work when nobody else works here.
   *
   * @param whenBusy told once, if somebody does
   */
  static <T> T alone(Path data, Runnable whenBusy, Callable<T> work) throws Exception {
    ReentrantLock mine = OF_THIS_PROCESS.computeIfAbsent(data, _ -> new ReentrantLock());
    if (!mine.tryLock()) {
      whenBusy.run();
      mine.lock();
    }
    try {
      // The system's lock belongs to the process: closing a second channel would give it up.
      return mine.getHoldCount() > 1 ? work.call() : amongProcesses(data, whenBusy, work);
    } finally {
      mine.unlock();
    }
  }

  private static <T> T amongProcesses(Path data, Runnable whenBusy, Callable<T> work)
      throws Exception {
    try (FileChannel channel = open(data);
        FileLock lock = lock(channel, whenBusy)) {
      if (!lock.isValid()) {
        throw new IOException("The lock of " + data + " was lost");
      }
      return work.call();
    }
  }

  private static FileLock lock(FileChannel channel, Runnable whenBusy) throws IOException {
    FileLock atOnce = channel.tryLock();
    if (atOnce != null) {
      return atOnce;
    }
    whenBusy.run();
    return channel.lock();
  }

  private static FileChannel open(Path data) {
    Path file = data.resolve("lock");
    try {
      Files.createDirectories(data);
      return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + file, e);
    }
  }
}
