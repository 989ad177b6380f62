package dev.portolan.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
  @TempDir Path folder;

  @Test
  void whoHasTheLockMayTakeItAgain() throws Exception {
    String answer =
        FolderLock.alone(
            folder,
            FolderLockTest::nobody,
            () -> FolderLock.alone(folder, FolderLockTest::nobody, () -> "inner"));
    assertThat(answer).isEqualTo("inner");
  }

  @Test
  void aSecondOneIsToldAndWaits() throws Exception {
    AtomicBoolean firstIsDone = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Boolean> first =
          threads.submit(
              () ->
                  FolderLock.alone(
                      folder,
                      FolderLockTest::nobody,
                      () -> {
                        begun.countDown();
                        told.await();
                        return firstIsDone.getAndSet(true);
                      }));
      begun.await();
      assertThat(FolderLock.alone(folder, told::countDown, firstIsDone::get)).isTrue();
      assertThat(first.get()).isFalse();
    }
  }

  @Test
  void anotherProcessIsWaitedForToo() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    Process other = OtherProcess.holding(folder);
    try {
      Thread.ofVirtual()
          .start(
              () -> {
                awaitQuietly(told);
                other.destroyForcibly();
              });
      FolderLock.alone(folder, told::countDown, () -> folder);
      assertThat(told.getCount()).isZero();
    } finally {
      other.destroyForcibly();
    }
  }

  private static void nobody() {}

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A second JVM, because the system's locks do not hold within one. */
  static final class OtherProcess {
    static Process holding(Path folder) throws Exception {
      Process process =
          new ProcessBuilder(
                  Detached.java().toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  OtherProcess.class.getName(),
                  folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertThat(process.getInputStream().read()).isEqualTo('.');
      return process;
    }

    public static void main(String[] arguments) throws Exception {
      FolderLock.alone(
          Path.of(arguments[0]),
          FolderLockTest::nobody,
          () -> {
            System.out.print(".");
            System.out.flush();
            return System.in.read(); // Until the test ends, however it ends.
          });
    }
  }
}
