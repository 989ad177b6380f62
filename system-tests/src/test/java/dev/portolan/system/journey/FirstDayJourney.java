package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Somebody new has typed {@code ./portolan up} and looks around. */
@ExtendWith(OnPlatform.class)
class FirstDayJourney {

  @Test
  void thereIsAnOrganisationToLookAtTheSameInEveryStore(Platform platform) throws Exception {
    platform.await();
    Comparison comparison = Comparison.of(Stores.of(platform));
    assertThat(comparison.differences()).isEmpty();
    assertThat(comparison.entities()).isGreaterThanOrEqualTo(60);
  }

  @Test
  void bothScorecardsHaveJudgedTheServices(Platform platform) {
    platform.await();
    JsonNode scorecards =
        platform.graphQl().data("{ scorecards { ref results { totalCount } } }").path("scorecards");
    assertThat(scorecards.findValuesAsString("ref"))
        .contains("scorecard:default/production-readiness", "scorecard:default/metadata-quality");
    for (JsonNode scorecard : scorecards) {
      assertThat(scorecard.at("/results/totalCount").asInt()).isGreaterThan(5);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("questions")
  void everyQuestionOfTheDocumentsHasAnAnswerWithoutErrors(Question question, Platform platform) {
    platform.await();
    assertThat(platform.graphQl().data(question.query()).isEmpty()).isFalse();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("searches")
  void everySearchOfItsPageFindsSomething(Question question, Platform platform) {
    platform.await();
    assertThat(platform.graphQl().data(question.query()).at("/search/totalCount").asInt())
        .isPositive();
  }

  static List<Question> searches() {
    return Question.in("docs/search.md").stream()
        .filter(question -> question.query().contains("search("))
        .toList();
  }

  static List<Question> questions() {
    return Question.in("README.md", "docs/graphql.md", "docs/impact-analysis.md", "docs/search.md")
        .stream()
        .filter(question -> question.standsAlone() && !question.isOfThePast())
        .toList();
  }

  @Test
  void aSearchIsKeptAskedByItsNameAndForgotten(Platform platform) {
    JsonNode saved =
        platform
            .graphQl()
            .data(
                """
                mutation { saveSearch(input: {name: "charts-in-java", text: "tag:java chart"}) {
                    ref version } }""")
            .path("saveSearch");
    platform
        .graphQl()
        .data(
            """
            { entity(ref: "%s", minVersion: %s) { version } }"""
                .formatted(saved.path("ref").asString(), saved.path("version").asString()));

    JsonNode found =
        platform
            .graphQl()
            .data("{ search(text: \"-geometry\", saved: \"charts-in-java\") { nodes { ref } } }");

    assertThat(found.at("/search/nodes").findValuesAsString("ref"))
        .contains("component:default/chart-store")
        .doesNotContain("component:default/chart-geometry", "component:default/tile-server");
    assertThat(
            platform
                .graphQl()
                .data("mutation { forgetSearch(ref: \"charts-in-java\") { version } }")
                .at("/forgetSearch/version")
                .asInt())
        .isEqualTo(saved.path("version").asInt() + 1);
  }

  @Test
  void howAnEntityStandsIsToldAsTextAndGuardsABuild(Platform platform) throws Exception {
    String card =
        platform.portolan("scorecard", "component:default/invoice-service").orFail().text();

    assertThat(Files.readString(Repository.root().resolve("docs/scorecards.md")))
        .contains(card.strip());
    assertThat(
            platform
                .portolan("check", "component:default/order-service", "--min", "silver")
                .exitCode())
        .isZero();
    assertThat(
            platform
                .portolan("check", "component:default/invoice-service", "--min", "gold")
                .exitCode())
        .isEqualTo(1);
    assertThat(platform.portolan("check", "component:default/gone", "--min", "gold").exitCode())
        .isEqualTo(2);
  }

  @Test
  void theCommandThatTellsWhatRunsFindsEverythingUp(Platform platform) {
    assertThat(platform.portolan("status", "--data", platform.data().toString()).orFail().text())
        .contains("kafka", "neo4j", "elasticsearch", "postgres", "gateway", "catalog-service")
        .doesNotContain("DOWN", "NOT_ANSWERING");
  }
}
