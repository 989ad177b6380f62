package dev.portolan.system.benchmark;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.data.Debian;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** The graph of 99,809 entities is built anew while somebody asks. */
final class RebuildBenchmark {
  private static final long BETWEEN_QUESTIONS_MILLIS = 50;

  /** Of the memory, of Neo4j by reference, and of Neo4j by a selection. */
  private static final List<String> QUESTIONS =
      List.of(
          "{ impact(ref: \"component:default/libgtk-3-0\") { total complete } }",
          "{ entity(ref: \"component:default/perl\") { version title } }",
          "{ entities(filter: {kind: \"Component\"}, first: 5) { totalCount nodes { ref version } } }");

  private final Platform platform;
  private final List<JsonNode> before;
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicInteger otherwise = new AtomicInteger();

  private RebuildBenchmark(Platform platform) {
    this.platform = platform;
    this.before = QUESTIONS.stream().map(platform.graphQl()::data).toList();
  }

  static void run(Platform platform) throws Exception {
    System.out.println(platform.load(Debian.file(), "debian", "--full").orFail().text());
    new Readers(platform).awaitAll();
    new RebuildBenchmark(platform).measure();
  }

  private void measure() throws Exception {
    JsonNode done;
    try (ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor()) {
      var _ =
          asking.scheduleAtFixedRate(this::ask, 0, BETWEEN_QUESTIONS_MILLIS, TimeUnit.MILLISECONDS);
      done = Rebuilding.of(platform, Part.CATALOG_SERVICE);
      asking.shutdownNow();
    }
    Comparison comparison = Comparison.of(Stores.of(platform));
    new Table(
            "the graph rebuilt",
            "seconds",
            "references",
            "wrong before",
            "questions",
            "failed or other",
            "differences afterwards")
        .row(
            done.path("state").asString(),
            done.path("seconds").asDouble(),
            done.at("/result/compared").asLong(),
            done.at("/result/different").asLong(),
            answered.get(),
            otherwise.get(),
            comparison.differences().size())
        .print();
  }

  private void ask() {
    int question = answered.getAndIncrement() % QUESTIONS.size();
    JsonNode answer = platform.graphQl().answer(QUESTIONS.get(question), Map.of());
    if (answer.has("errors") || !answer.path("data").equals(before.get(question))) {
      otherwise.incrementAndGet();
      System.out.println(QUESTIONS.get(question) + " was answered by " + answer);
    }
  }
}
