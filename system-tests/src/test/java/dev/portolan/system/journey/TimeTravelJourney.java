package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.data.ChangeLog;
import dev.portolan.system.platform.Platform;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Somebody asks after an incident what depended on what before it. Where 100,000 entities changed
 * in the last minutes, as another journey has it, the past takes longer to read than the gateway
 * waits.
 */
@ExtendWith(OnPlatform.class)
@Order(OnPlatform.FIRST)
@TestInstance(Lifecycle.PER_CLASS)
class TimeTravelJourney {
  private static final int ENTITIES = 250;
  private static final int CHANGES = 10_000;
  private static final int MOMENTS = 100;

  private static final Random random = new Random(11);
  private final Platform platform;

  TimeTravelJourney(Platform platform) {
    this.platform = platform;
  }

  @BeforeAll
  void aRandomHistory() {
    Source source = new Source(platform, "history");
    List<Integer> numbers = new ArrayList<>();
    for (int number = 0; number < ENTITIES; number++) {
      numbers.add(number);
    }
    for (int said = 0; said < CHANGES; said += ENTITIES / 2) {
      Collections.shuffle(numbers, random);
      String lines =
          String.join(
              "\n",
              numbers.subList(0, ENTITIES / 2).stream()
                  .map(TimeTravelJourney::dependingOnOthers)
                  .toList());
      assertThat(source.push(lines).status()).isEqualTo(200);
    }
    platform.await();
  }

  @Test
  void theQuestionsOfTheDocumentsAboutThePastHaveAnswers() {
    List<Question> questions =
        Question.in("docs/impact-analysis.md").stream().filter(Question::isOfThePast).toList();
    assertThat(questions).isNotEmpty();
    for (Question question : questions) {
      JsonNode answer =
          platform.graphQl().answer(question.query(), Map.of("then", Instant.now().toString()));
      assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    }
  }

  @Test
  void theImpactOfAnyMomentIsWhatReplayingTheLogUntilThenGives() {
    ChangeLog log = ChangeLog.of(platform).of("moment-");
    List<Instant> moments =
        log.entries().stream().map(entry -> entry.change().committedAt()).distinct().toList();
    assertThat(log.entries()).hasSizeGreaterThan(CHANGES * 9 / 10);

    for (int i = 0; i < MOMENTS; i++) {
      Instant moment =
          moments.get(random.nextInt(moments.size())).plusMillis(random.nextInt(-1, 2));
      String root = ref(random.nextInt(ENTITIES));
      Map<String, Integer> exact =
          log.dependencies(entry -> !entry.change().committedAt().isAfter(moment)).depths(root);
      JsonNode impact = impact(root, moment);
      assertThat(impact.path("total").asInt())
          .as("impact of %s at %s", root, moment)
          .isEqualTo(exact.size());
      assertThat(impact.path("maxDepthReached").asInt())
          .as("deepest of %s at %s", root, moment)
          .isEqualTo(exact.values().stream().mapToInt(depth -> depth).max().orElse(0));
    }
  }

  /** What was not there at all then has no impact, which is an error and counts as none. */
  private JsonNode impact(String root, Instant moment) {
    JsonNode answer =
        platform
            .graphQl()
            .answer(
                """
                query($ref: ID!, $then: DateTime!) {
                  impact(ref: $ref, asOf: $then, relationTypes: ["dependsOn"]) { total maxDepthReached } }""",
                Map.of("ref", root, "then", moment.toString()));
    assertThat(answer.path("errors").findValuesAsString("code"))
        .as(answer.toString())
        .isSubsetOf("NOT_FOUND");
    return answer.at("/data/impact");
  }

  private static String dependingOnOthers(int number) {
    List<String> targets = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      targets.add("\"" + ref(random.nextInt(ENTITIES)) + "\"");
    }
    return Source.component("moment-" + number)
        .replace("\"owner\"", "\"dependsOn\":[" + String.join(",", targets) + "],\"owner\"");
  }

  private static String ref(int number) {
    return "component:default/moment-" + number;
  }
}
