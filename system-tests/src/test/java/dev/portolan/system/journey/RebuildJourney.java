package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Somebody builds the graph anew while others ask. Of whatever is loaded: in the whole build that
 * is Debian, which an earlier journey has loaded.
 */
@ExtendWith(OnPlatform.class)
class RebuildJourney {
  private static final int LEAVES = 40;
  private static final int ASKING = 4;
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Of the memory, of Neo4j by reference, and of Neo4j by a selection. */
  private static final List<String> QUESTIONS =
      List.of(
          "{ impact(ref: \"component:default/rebuild-hub\") { total complete } }",
          "{ entity(ref: \"component:default/rebuild-leaf-7\") { version title } }",
          """
          { entities(filter: {kind: "Component"}, first: 5) { totalCount nodes { ref version } } }""");

  @Test
  void everyQuestionIsAnsweredAsBeforeAndNothingDiffersAfterwards(Platform platform)
      throws Exception {
    Source source = new Source(platform, "rebuild");
    source.has("rebuild-hub");
    for (int leaf = 0; leaf < LEAVES; leaf++) {
      source.push(
          Source.component("rebuild-leaf-" + leaf)
              .replace("\"owner\"", "\"dependsOn\":[\"component:default/rebuild-hub\"],\"owner\""));
    }
    platform.await();
    List<JsonNode> before =
        QUESTIONS.stream().map(question -> platform.graphQl().data(question)).toList();
    assertThat(before.getFirst().at("/impact/total").asInt()).isEqualTo(LEAVES);

    JsonNode done;
    try (Asking asking = new Asking(platform, before)) {
      assertThat(Http.post(rebuild(platform), "application/json", "").status()).isEqualTo(202);
      done = isDone(platform);
      assertThat(asking.otherAnswers()).isEmpty();
      assertThat(asking.answered()).isGreaterThan(100);
      System.out.printf(
          "rebuilt %,d references in %.1f s; %,d questions answered meanwhile, 0 failed%n",
          done.at("/result/compared").asLong(), done.path("seconds").asDouble(), asking.answered());
    }

    assertThat(done.at("/result/different").asInt(-1)).as("%s", done).isZero();
    platform.await();
    Comparison comparison = Comparison.of(Stores.of(platform));
    assertThat(comparison.differences()).isEmpty();
    assertThat(done.at("/result/compared").asInt()).isGreaterThanOrEqualTo(comparison.entities());
  }

  @Test
  void theIndexSaysOfItselfThatItHoldsWhatTheTopicSays(Platform platform) {
    platform.await();
    URI audit = platform.http(Part.SEARCH_SERVICE).resolve("/api/projection/audit");
    JsonNode found = Http.post(audit, "application/json", "").json();

    assertThat(found.path("checked").asInt()).as("%s", found).isPositive();
    assertThat(found.path("examples")).as("%s", found).isEmpty();
  }

  private static URI rebuild(Platform platform) {
    return platform.http(Part.CATALOG_SERVICE).resolve("/api/projection/rebuild");
  }

  private static JsonNode isDone(Platform platform) {
    return await("the rebuild is done")
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> Http.get(rebuild(platform)).json(),
            status -> {
              assertThat(status.path("state").asString()).as("%s", status).isNotEqualTo("FAILED");
              return status.path("state").asString().equals("DONE");
            });
  }

  /** People who ask the same all the time, and are to be answered the same. */
  private static final class Asking implements AutoCloseable {
    private final Platform platform;
    private final List<JsonNode> expected;
    private final Queue<String> otherAnswers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicBoolean enough = new AtomicBoolean();
    private final List<Thread> people = new ArrayList<>();

    Asking(Platform platform, List<JsonNode> expected) {
      this.platform = platform;
      this.expected = expected;
      for (int i = 0; i < ASKING; i++) {
        people.add(Thread.ofVirtual().start(this::keepAsking));
      }
    }

    private void keepAsking() {
      while (!enough.get()) {
        for (int i = 0; i < QUESTIONS.size(); i++) {
          ask(QUESTIONS.get(i), expected.get(i));
        }
      }
    }

    private void ask(String question, JsonNode expected) {
      try {
        JsonNode answer = platform.graphQl().answer(question, Map.of());
        if (answer.has("errors") || !answer.path("data").equals(expected)) {
          otherAnswers.add(question + " was answered by " + answer);
        }
        answered.incrementAndGet();
      } catch (RuntimeException e) {
        otherAnswers.add(question + " failed: " + e);
      }
    }

    Queue<String> otherAnswers() {
      return otherAnswers;
    }

    int answered() {
      return answered.get();
    }

    @Override
    public void close() {
      enough.set(true);
      try {
        for (Thread each : people) {
          each.join();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
