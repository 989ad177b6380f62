package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.SCORECARD;
import static dev.portolan.gateway.service.Service.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class SearchAndScorecardQueriesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  @Test
  void hitsComeWithTheirEntitiesFacetsAndHighlights() {
    gateway.services().answer(SEARCH, "POST /api/search", body -> Hits.one());
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);

    JsonNode answer =
        gateway.ask(
            """
            { search(text: "pay", filter: {kind: "Component"}, minVersion: {ref: "component:payments", version: 2}) {
                totalCount facets { field buckets { key count } } pageInfo { hasNextPage }
                edges { cursor node { ref } }
                nodes { ref score highlights { field fragments } entity { title owner { ref } } } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/search/nodes/0/score").asDouble()).isEqualTo(12.5);
    assertThat(answer.at("/data/search/facets/0/buckets/0/key").asString()).isEqualTo("Component");
    assertThat(answer.at("/data/search/nodes/0/entity/owner/ref").asString())
        .isEqualTo("group:default/payments");
    JsonNode asked = gateway.services().lastBody(SEARCH, "POST /api/search");
    assertThat(asked.at("/filter/kind/0").asString()).isEqualTo("Component");
    assertThat(asked.at("/minVersion/0/version").asInt()).isEqualTo(2);
    assertThat(asked.get("first").asInt()).isEqualTo(20);
  }

  @Test
  void whoAsksForReasonsGetsThemAndNobodyElseDoes() {
    gateway.services().answer(SEARCH, "POST /api/search", body -> Hits.one());

    JsonNode answer =
        gateway.ask("{ search(text: \"pay\") { didYouMean nodes { ref explanation } } }");

    assertThat(answer.at("/data/search/didYouMean").asString()).isEqualTo("payments");
    assertThat(answer.at("/data/search/nodes/0/explanation/0").asString()).contains("begins with");
    assertThat(gateway.services().lastBody(SEARCH, "POST /api/search").path("explain").asBoolean())
        .isTrue();
    gateway.ask("{ search(text: \"pay\") { nodes { ref } } }");
    assertThat(gateway.services().lastBody(SEARCH, "POST /api/search").path("explain").asBoolean())
        .isFalse();
  }

  @Test
  void whatIsTypedIsCompleted() {
    gateway
        .services()
        .answer(
            SEARCH,
            "GET /api/suggestions",
            body ->
                """
                [{"kind":"VALUE","text":"kind:api","label":"api","ref":null,"count":3},
                 {"kind":"ENTITY","text":"api:default/a","label":"A","ref":"api:default/a","count":null}]""");

    JsonNode answer =
        gateway.ask("{ suggestions(text: \"kind:a b\") { kind text label ref count } }");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/suggestions/0/count").asInt()).isEqualTo(3);
    assertThat(answer.at("/data/suggestions/1/ref").asString()).isEqualTo("api:default/a");
    assertThat(gateway.services().asked().getLast().query()).isEqualTo("text=kind:a b&first=8");
    assertThat(gateway.ask("{ suggestions(text: \"a\", first: 21) { text } }").has("errors"))
        .isTrue();
  }

  @Test
  void anOldIndexSaysSo() {
    gateway
        .services()
        .answer(
            SEARCH,
            "POST /api/search",
            body -> Hits.none().replace("\"stale\":false", "\"stale\":true"));

    JsonNode answer = gateway.ask("{ search(text: \"pay\") { totalCount } }");

    assertThat(answer.at("/extensions/notes/0/service").asString()).isEqualTo("search-service");
  }

  @Test
  void anIndexThatRanOutOfTimeSaysSo() {
    gateway
        .services()
        .answer(
            SEARCH,
            "POST /api/search",
            body -> Hits.none().replace("\"partial\":false", "\"partial\":true"));

    JsonNode answer = gateway.ask("{ search(text: \"pay\") { totalCount } }");

    assertThat(answer.at("/extensions/incomplete").asBoolean()).isTrue();
    assertThat(answer.at("/extensions/notes/0/message").asString()).contains("too few");
  }

  @Test
  void theScorecardsOfFiftyResultsAreAskedForOnce() {
    TestingServices services = gateway.services();
    services.answer(CATALOG, "POST /api/entities/query", body -> Fixtures.page(50, 50));
    services.answer(SCORECARD, "POST /api/results/batch", Fixtures::results);
    services.answer(SCORECARD, "GET /api/scorecards", body -> Fixtures.scorecards());

    JsonNode answer =
        gateway.ask(
            "{ entities { nodes { scorecardResults { ref version entityVersion scorecard { title levels { name rank } } } } } }");

    assertThat(answer.at("/data/entities/nodes/49/scorecardResults/0/scorecard/title").asString())
        .isEqualTo("Ready");
    assertThat(services.askedWhat()).hasSize(3);
  }

  @Test
  void aScorecardTellsHowAllItsEntitiesDo() {
    TestingServices services = gateway.services();
    services.answer(SCORECARD, "GET /api/scorecards", body -> Fixtures.scorecards());
    services.answer(
        SCORECARD,
        "GET /api/scorecards/default/ready/results",
        body ->
            """
            {"total":2,"levels":[{"level":null,"count":1},{"level":"bronze","count":1}],
             "results":[{"scorecard":"scorecard:default/ready","entity":"component:default/a","version":1,
               "level":null,"points":0,"possible":4,"rules":[],"entityVersion":1,"evaluatedAt":"2026-11-24T08:15:00Z"}],
             "endCursor":"A","hasNextPage":true}""");
    services.answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);

    JsonNode answer =
        gateway.ask(
            """
            { scorecards { ref filter problems { field message }
                results(first: 1) { totalCount levels { level count } nodes { ref level entity { name } } pageInfo { hasNextPage } } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/scorecards/0/results/levels/1/count").asInt()).isEqualTo(1);
    assertThat(answer.at("/data/scorecards/0/results/nodes/0/entity/name").asString())
        .isEqualTo("a");
    assertThat(services.asked().get(1).query()).isEqualTo("first=1");
  }
}
