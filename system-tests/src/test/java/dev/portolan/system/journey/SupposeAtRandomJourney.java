package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Whatever changes, what was foretold of it is what the graph shows afterwards. A change is
 * supposed in all of the graph: two hundred of them in a large one take longer than everything
 * else.
 */
@ExtendWith(OnPlatform.class)
@Order(OnPlatform.FIRST)
class SupposeAtRandomJourney {
  private final Platform platform;

  SupposeAtRandomJourney(Platform platform) {
    this.platform = platform;
  }

  @Test
  void whatIsForetoldOfTwoHundredRandomChangesIsSoOnceTheyAreMade() {
    RandomOrganisation organisation = new RandomOrganisation();
    Source source = new Source(platform, "suppose-random");
    assertThat(source.push(organisation.atFirst()).status()).isEqualTo(200);
    platform.await();

    int lost = 0;
    int gained = 0;
    int reached = 0;
    for (int turn = 1; turn <= 200; turn++) {
      RandomOrganisation.Change change = organisation.next();
      Around before = Around.of(platform, change.ref());
      JsonNode whatIf = whatIf(source.name(), change);
      make(source, change);
      Around after = Around.of(platform, change.ref());

      assertThat(steps(whatIf.path("lost")))
          .as("lost in turn %d by %s", turn, change)
          .isEqualTo(before.lostIn(after, change.ref()));
      assertThat(steps(whatIf.path("gained")))
          .as("gained in turn %d by %s", turn, change)
          .isEqualTo(after.lostIn(before, change.ref()));
      if (!whatIf.path("changes").isEmpty()) {
        assertThat(whatIf.at("/impact/total").asInt())
            .as("reached in turn %d by %s", turn, change)
            .isEqualTo(after.reached());
      }
      lost += whatIf.at("/lost/total").asInt();
      gained += whatIf.at("/gained/total").asInt();
      reached += after.reached();
    }
    assertThat(List.of(lost, gained, reached))
        .as("changes that change nothing would prove nothing")
        .allSatisfy(count -> assertThat(count).isGreaterThan(100));
  }

  private JsonNode whatIf(String source, RandomOrganisation.Change change) {
    JsonNode answer =
        platform
            .graphQl()
            .answer(
                """
            query($source: String!, $documents: String!, $retract: [ID!]) {
              whatIf(source: $source, documents: $documents, retract: $retract) {
                changes { ref } impact { total }
                lost { total steps { ref dependency } } gained { total steps { ref dependency } } } }""",
                Map.of(
                    "source",
                    source,
                    "documents",
                    change.document(),
                    "retract",
                    change.isDeletion() ? List.of(change.ref()) : List.of()));
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    return answer.at("/data/whatIf");
  }

  private void make(Source source, RandomOrganisation.Change change) {
    if (change.isDeletion()) {
      Http.delete(platform.entitiesOf(source.name()).resolve("entities/" + change.ref()));
    } else {
      assertThat(source.push(change.document()).status()).isEqualTo(200);
    }
    // Asked of the services here: two hundred runs of the command would take longer than the rest.
    for (Part part : List.of(Part.INGESTION_SERVICE, Part.CATALOG_SERVICE)) {
      await()
          .pollInterval(Duration.ofMillis(10))
          .until(
              () -> Http.get(platform.http(part).resolve("/api/lag")).json().path("records"),
              records -> records.isNumber() && records.asLong() == 0);
    }
  }

  private static Set<Around.Step> steps(JsonNode dependencies) {
    Set<Around.Step> steps = new TreeSet<>();
    dependencies.path("steps").forEach(step -> steps.add(Around.Step.of(step)));
    return steps;
  }
}
