package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A reader is down, and somebody asks a question that it has only a part in. */
@ExtendWith(OnPlatform.class)
class ReaderAwayJourney {
  private static final String QUESTION =
      """
      { entity(ref: "component:default/chart-store") { ref title scorecardResults { level } }
        search(text: "chart", first: 1) { totalCount } }""";

  @AfterEach
  void everythingRunsAgain(Platform platform) {
    platform.up();
  }

  @Test
  void withoutTheSearchServiceTheEntityIsStillAnsweredAndTheSearchHasAnError(Platform platform) {
    platform.await();
    platform.killMinusNine(Part.SEARCH_SERVICE);
    JsonNode answer = platform.graphQl().answer(QUESTION, Map.of());
    assertThat(answer.at("/data/entity/ref").asString()).isEqualTo("component:default/chart-store");
    assertThat(answer.at("/data/entity/scorecardResults")).isNotEmpty();
    assertErrorAt(answer, "search");
  }

  @Test
  void withoutTheScorecardServiceTheEntityAndTheSearchAreStillAnswered(Platform platform) {
    platform.await();
    platform.killMinusNine(Part.SCORECARD_SERVICE);
    JsonNode answer = platform.graphQl().answer(QUESTION, Map.of());
    assertThat(answer.at("/data/entity/ref").asString()).isEqualTo("component:default/chart-store");
    assertThat(answer.at("/data/search/totalCount").asInt()).isPositive();
    assertErrorAt(answer, "entity", "scorecardResults");
  }

  private static void assertErrorAt(JsonNode answer, String... path) {
    assertThat(answer.path("errors")).as(answer.toPrettyString()).hasSize(1);
    assertThat(answer.at("/errors/0/path").valueStream().map(JsonNode::asString))
        .containsExactly(path);
  }
}
