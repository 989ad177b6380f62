package dev.portolan.stack.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Keeps Neo4j to one test class at a time, in this process and among all that share the server. */
final class Neo4jForOne {
  /** A lock on a file is the process's: its threads need one more. */
  private static final Semaphore OF_THIS_PROCESS = new Semaphore(1);

  private @Nullable FileChannel held;

  synchronized void take(Path folder) {
    if (held != null) {
      return;
    }
    OF_THIS_PROCESS.acquireUninterruptibly();
    Path file = folder.resolve("neo4j.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      held = channel;
    } catch (IOException e) {
      OF_THIS_PROCESS.release();
      throw new UncheckedIOException("Cannot lock " + file, e);
    }
  }

  synchronized void release() {
    if (held == null) {
      return;
    }
    try {
      held.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held = null;
      OF_THIS_PROCESS.release();
    }
  }
}
