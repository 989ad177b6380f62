package dev.portolan.system.journey;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** Sends parts one after the other, each until it is taken, no further than it is allowed to. */
final class StubbornLoader implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final URI entities;
  private final Semaphore allowed = new Semaphore(0);
  private final AtomicInteger allowedInAll = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();
  private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
  private final Future<?> work;

  private StubbornLoader(URI entities, List<String> parts) {
    this.entities = entities;
    this.work = thread.submit(() -> sendAll(parts));
  }

  static StubbornLoader begin(Platform platform, String source, List<String> parts) {
    return new StubbornLoader(platform.entitiesOf(source), parts);
  }

  /** Lets it go on until so many parts are taken in all. */
  void allow(int parts) {
    allowed.release(Math.max(0, parts - allowedInAll.getAndUpdate(old -> Math.max(old, parts))));
  }

  /** Returns when at least so many parts are taken. */
  void awaitTaken(int parts) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .failFast("the loader has ended", () -> work.isDone() && taken.get() < parts)
        .until(() -> taken.get() >= parts);
  }

  @Override
  public void close() {
    work.cancel(true);
    thread.close();
  }

  private void sendAll(List<String> parts) {
    for (String part : parts) {
      allowed.acquireUninterruptibly();
      Awaitility.await().atMost(PATIENCE).until(() -> isTaken(part));
      taken.incrementAndGet();
    }
  }

  private boolean isTaken(String part) {
    try {
      return Http.post(entities, "application/json", part).status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
