package dev.portolan.system.benchmark;

import dev.portolan.system.platform.Platform;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Fifty searches in each second, whoever is slow, until it is closed. */
final class Searchers implements AutoCloseable {
  private static final long BETWEEN_MILLIS = 20;

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicInteger fewest = new AtomicInteger(Integer.MAX_VALUE);
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Begins to search for that. */
  Searchers(Platform platform, String text) {
    String query =
        "{ search(text: \"%s\", first: 10) { totalCount nodes { ref } } }".formatted(text);
    var _ =
        timer.scheduleAtFixedRate(
            () -> threads.execute(() -> ask(platform, query)),
            0,
            BETWEEN_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  private void ask(Platform platform, String query) {
    asked.incrementAndGet();
    try {
      JsonNode answer = platform.graphQl().answer(query, Map.of());
      if (answer.has("errors") || answer.has("extensions")) {
        failed.incrementAndGet();
        System.out.println("A search was answered by " + answer);
      } else {
        int total = answer.at("/data/search/totalCount").asInt();
        fewest.accumulateAndGet(total, Math::min);
      }
    } catch (RuntimeException e) {
      failed.incrementAndGet();
      System.out.println("A search had no answer: " + e);
    }
  }

  int asked() {
    return asked.get();
  }

  /** Those without an answer, or with one that says that it is not whole. */
  int failed() {
    return failed.get();
  }

  /** The fewest that any of them found. */
  int fewest() {
    return fewest.get();
  }

  @Override
  public void close() {
    timer.shutdownNow();
    threads.close();
  }
}
