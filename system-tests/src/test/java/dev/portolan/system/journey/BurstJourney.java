package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.data.ChangeLog;
import dev.portolan.system.platform.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Thousands of relations change while somebody asks what breaks. */
@ExtendWith(OnPlatform.class)
class BurstJourney {
  private static final int LEAVES = 5_000;
  private static final int BATCH = 500;
  private static final String ROOT = "component:default/burst-hub-0";

  /** What was answered, and how far in the log that was. */
  private record Answered(int total, Map<Integer, Long> position, double millis) {}

  @Test
  void everyAnswerIsThatOfSomeVersionOfTheLog(Platform platform) throws Exception {
    Source source = new Source(platform, "burst");
    source.has("burst-hub-0", "burst-hub-1");
    leaves(source, "component:default/burst-hub-1");
    platform.await();

    AtomicBoolean over = new AtomicBoolean();
    List<Answered> answers = new ArrayList<>();
    Thread asking =
        Thread.ofVirtual()
            .start(
                () -> {
                  while (!over.get()) {
                    answers.add(ask(platform));
                  }
                  answers.add(ask(platform));
                });
    leaves(source, ROOT);
    platform.await();
    over.set(true);
    asking.join();

    ChangeLog log = ChangeLog.of(platform).of("burst-");
    assertThat(answers).hasSizeGreaterThan(10);
    assertThat(answers.getLast().total()).isEqualTo(LEAVES);
    assertThat(answers.stream().map(Answered::total).distinct().count())
        .as("answers from the midst of the burst")
        .isGreaterThan(2);
    for (Answered answer : answers) {
      int exact =
          log.dependencies(
                  entry -> entry.offset() < answer.position().getOrDefault(entry.partition(), 0L))
              .depths(ROOT)
              .size();
      assertThat(answer.total()).as("at %s", answer.position()).isEqualTo(exact);
    }
    List<Double> sorted = answers.stream().map(Answered::millis).sorted().toList();
    System.out.printf(
        "%d impacts during %d changed relations: p50 %.1f ms, p99 %.1f ms%n",
        sorted.size(), LEAVES, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100));
  }

  private static void leaves(Source source, String hub) {
    for (int from = 0; from < LEAVES; from += BATCH) {
      String lines =
          IntStream.range(from, from + BATCH)
              .mapToObj(
                  number ->
                      Source.component("burst-leaf-" + number)
                          .replace("\"owner\"", "\"dependsOn\":[\"" + hub + "\"],\"owner\""))
              .collect(Collectors.joining("\n"));
      assertThat(source.push(lines).status()).isEqualTo(200);
    }
  }

  private static Answered ask(Platform platform) {
    long begun = System.nanoTime();
    JsonNode impact =
        platform
            .graphQl()
            .data(
                """
                { impact(ref: "%s") { total complete position { partition next }
                    byOwner { key count } entities(first: 100) { nodes { ref path } } } }"""
                    .formatted(ROOT))
            .path("impact");
    double millis = (System.nanoTime() - begun) / 1e6;
    assertThat(impact.path("complete").asBoolean()).isTrue();
    Map<Integer, Long> position = new HashMap<>();
    impact
        .path("position")
        .forEach(each -> position.put(each.path("partition").asInt(), each.path("next").asLong()));
    return new Answered(impact.path("total").asInt(), position, millis);
  }
}
