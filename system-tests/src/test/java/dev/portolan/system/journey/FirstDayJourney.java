package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
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
  void theFiveShippedScorecardsHaveJudgedTheSample(Platform platform) {
    platform.await();
    JsonNode scorecards =
        platform
            .graphQl()
            .data("{ scorecards { ref problems { message } results { totalCount } } }")
            .path("scorecards");
    assertThat(scorecards.findValuesAsString("ref"))
        .containsExactlyInAnyOrder(
            "scorecard:default/production-readiness",
            "scorecard:default/metadata-quality",
            "scorecard:default/api-maturity",
            "scorecard:default/security-hygiene",
            "scorecard:default/dora");
    for (JsonNode scorecard : scorecards) {
      assertThat(scorecard.at("/results/totalCount").asInt()).isGreaterThan(2);
      assertThat(scorecard.path("problems")).isEmpty();
    }
  }

  @Test
  void deploymentsAndIncidentsOfTheSampleMakeTheMeasuresOfDora(Platform platform) {
    platform.await();
    assertThat(level(platform, "component:default/order-service", "dora")).isEqualTo("high");
    assertThat(level(platform, "component:default/chart-store", "dora")).isEqualTo("none");
  }

  @Test
  void aFactThatIsPushedMovesAScoreAndIsShownAsItsEvidence(Platform platform) {
    Http.Answer answer =
        Http.post(
            platform.http(Part.INGESTION_SERVICE).resolve("/api/sources/scanner/facts"),
            "application/json",
            """
            [{"entity":"component:default/tile-server","fact":"vulnerabilities",
              "value":{"critical":2,"high":0}}]""");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    platform.await();

    JsonNode rules =
        result(platform, "component:default/tile-server", "security-hygiene").path("rules");

    assertThat(rules)
        .anySatisfy(
            rule -> {
              assertThat(rule.path("rule").asString()).isEqualTo("no-critical");
              assertThat(rule.path("status").asString()).isEqualTo("FAIL");
              assertThat(rule.at("/evidence/0/source").asString()).isEqualTo("scanner");
              assertThat(rule.at("/evidence/0/value/critical").asInt()).isEqualTo(2);
            });
  }

  @Test
  void anExemptionIsAskedForAndGranted(Platform platform) {
    JsonNode asked =
        platform
            .graphQl()
            .data(
                """
                mutation { requestExemption(input: {
                  scorecard: "production-readiness", rules: ["documentation"],
                  entity: "component:default/tile-server", reason: "It is replaced in spring.",
                  requestedBy: "group:default/hydrography", expires: "2099-01-01T00:00:00Z"
                }) { ref version } }""")
            .path("requestExemption");
    platform
        .graphQl()
        .data(
            """
            mutation { decideExemption(ref: "%s", approve: true,
                       decidedBy: "group:default/platform") { version } }"""
                .formatted(asked.path("ref").asString()));
    platform.await();

    assertThat(
            result(platform, "component:default/tile-server", "production-readiness").path("rules"))
        .anySatisfy(
            rule -> {
              assertThat(rule.path("rule").asString()).isEqualTo("documentation");
              assertThat(rule.path("status").asString()).isEqualTo("EXEMPT");
            });
  }

  @Test
  void anInitiativeTellsWhoHasStillToDoWhat(Platform platform) {
    platform.await();
    JsonNode initiative =
        platform
            .graphQl()
            .data(
                """
                { initiative(ref: "somebody-is-called") {
                    status entities open percentage problems { message }
                    openEntities(first: 50, owner: "hydrography") { nodes { ref owners { ref } rules } } } }""")
            .path("initiative");

    assertThat(initiative.path("problems")).isEmpty();
    assertThat(initiative.path("status").asString()).isEqualTo("IN_PROGRESS");
    assertThat(initiative.at("/openEntities/nodes").findValuesAsString("ref"))
        .contains("component:default/chart-compiler");
  }

  @Test
  void aRuleIsTriedOnTheCatalogOfTodayBeforeItIsSaved(Platform platform) {
    platform.await();
    JsonNode run =
        platform
            .graphQl()
            .answer(
                """
                        query ($scorecard: JSON!) { dryRun(scorecard: $scorecard) {
                            problems { message } complete applies rules { rule failing } } }""",
                Map.of(
                    "scorecard",
                    Map.of(
                        "apiVersion",
                        "portolan.dev/v1",
                        "kind",
                        "Scorecard",
                        "metadata",
                        Map.of("name", "tried"),
                        "spec",
                        Map.of(
                            "filter",
                            "entity.kind == 'System'",
                            "rules",
                            List.of(
                                Map.of(
                                    "id", "parts", "expression", "size(related.hasPart) > 3"))))))
            .path("data");

    assertThat(run.at("/dryRun/problems")).isEmpty();
    assertThat(run.at("/dryRun/complete").asBoolean(false)).as(run.toString()).isTrue();
    assertThat(run.at("/dryRun/applies").asInt()).isGreaterThan(3);
  }

  private static String level(Platform platform, String entity, String scorecard) {
    JsonNode level = result(platform, entity, scorecard).path("level");
    return level.isString() ? level.asString() : "none";
  }

  private static JsonNode result(Platform platform, String entity, String scorecard) {
    return platform
        .graphQl()
        .data(
            """
            { entity(ref: "%s") { scorecardResults { scorecardRef level points possible
                rules { rule status message evidence { what value source } } } } }"""
                .formatted(entity))
        .at("/entity/scorecardResults")
        .valueStream()
        .filter(
            result ->
                result.path("scorecardRef").asString().equals("scorecard:default/" + scorecard))
        .findFirst()
        .orElseThrow();
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
