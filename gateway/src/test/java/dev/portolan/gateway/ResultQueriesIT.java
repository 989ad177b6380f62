package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.INGESTION;
import static dev.portolan.gateway.service.Service.SCORECARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ResultQueriesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String HISTORY = "GET /api/results/history";
  private static final String EVIDENCE = "GET /api/results/evidence";

  /** A result of a scorecard and one of an initiative. */
  private static final String RESULTS =
      """
      {"results":[
        {"scorecard":"scorecard:default/ready","entity":"component:default/a","version":3,"level":"bronze",
         "points":3,"possible":4,"categories":[{"category":"people","level":null,"points":1,"possible":2}],
         "rules":[{"rule":"has-owner","status":"EXEMPT","message":"until spring"},
                  {"rule":"drill","status":"NOT_APPLICABLE","message":null}],
         "entityVersion":7,"evaluatedAt":"2026-11-24T08:15:00Z"},
        {"scorecard":"initiative:default/tls","entity":"component:default/a","version":1,"level":"done",
         "points":1,"possible":1,"rules":[{"rule":"ready.drill","status":"PASS","message":null}],
         "entityVersion":7,"evaluatedAt":"2026-11-24T08:15:00Z"}]}""";

  @BeforeEach
  void theServicesAnswer() {
    TestingServices services = gateway.services();
    services.answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    services.answer(SCORECARD, "POST /api/results/batch", body -> RESULTS);
  }

  @Test
  void aResultHasPointsCategoriesAndAllOutcomes() {
    JsonNode results =
        gateway
            .ask(
                """
                { entity(ref: "component:a") { scorecardResults {
                    points possible percentage categories { category level points possible }
                    rules { rule status message } } } }""")
            .at("/data/entity/scorecardResults");

    assertThat(results).as("results of initiatives are not among them").hasSize(1);
    assertThat(results.at("/0/percentage").asDouble()).isEqualTo(75);
    assertThat(results.at("/0/categories/0/category").asString()).isEqualTo("people");
    assertThat(results.at("/0/rules").findValuesAsString("status"))
        .containsExactly("EXEMPT", "NOT_APPLICABLE");
  }

  @Test
  void howAnEntityDoesOnInitiativesIsAskedForWithTheSameCall() {
    gateway
        .services()
        .answer(SCORECARD, "GET /api/initiatives", body -> InitiativeQueriesIT.initiatives());

    JsonNode entity =
        gateway
            .ask(
                """
                { entity(ref: "component:a") { scorecardResults { level } initiativeResults {
                    initiative { title deadline } initiativeRef ref version done points possible percentage
                    rules { rule status } entityVersion evaluatedAt } } }""")
            .at("/data/entity");

    assertThat(entity.at("/initiativeResults/0/initiative/title").asString()).isEqualTo("TLS");
    assertThat(entity.at("/initiativeResults/0/done").asBoolean()).isTrue();
    assertThat(entity.at("/initiativeResults/0/ref").asString()).isEqualTo("component:default/a");
    assertThat(entity.at("/initiativeResults")).hasSize(1);
    assertThat(gateway.services().askedWhat())
        .containsOnlyOnce("scorecard-service POST /api/results/batch");
  }

  @Test
  void whatTheRulesLookedAtIsFetchedOnceForAResultAndOnlyWhenItIsWanted() {
    gateway
        .services()
        .answer(
            SCORECARD,
            EVIDENCE,
            body ->
                """
                {"rules":[{"rule":"has-owner","seen":[{"what":"entity.spec.owner","value":{"a":[1]},
                  "event":"component:default/a@7","source":"git","at":"2026-11-24T08:15:00Z"},
                  {"what":"facts.coverage","value":null,"event":null,"source":null,"at":null}]}]}""");

    JsonNode rules =
        gateway
            .ask(
                """
                { entity(ref: "component:a") { scorecardResults { rules { rule
                    evidence { what value event source at } } } } }""")
            .at("/data/entity/scorecardResults/0/rules");

    assertThat(rules.at("/0/evidence/0/value/a/0").asInt()).isEqualTo(1);
    assertThat(rules.at("/0/evidence/0/at").asString()).startsWith("2026-11-24T08:15:00");
    assertThat(rules.at("/0/evidence/1/at").isNull()).isTrue();
    assertThat(rules.at("/1/evidence")).isEmpty();
    assertThat(gateway.services().askedWhat()).containsOnlyOnce("scorecard-service " + EVIDENCE);
    assertThat(gateway.services().asked().getLast().query())
        .isEqualTo("scorecard=scorecard:default/ready&entity=component:default/a");

    gateway.services().forget();
    theServicesAnswer();
    gateway.ask("{ entity(ref: \"component:a\") { scorecardResults { rules { rule } } } }");
    assertThat(gateway.services().askedWhat()).doesNotContain("scorecard-service " + EVIDENCE);
  }

  @Test
  void theChangesOfAResultAreReadPageByPage() {
    gateway
        .services()
        .answer(
            SCORECARD,
            HISTORY,
            body ->
                """
                {"moves":[{"scorecard":"scorecard:default/ready","entity":"component:default/a","version":3,
                  "at":"2026-11-24T08:15:00Z","before":{"level":null,"points":1,"possible":4},
                  "after":{"level":"bronze","points":3,"possible":4},
                  "rules":[{"rule":"has-owner","before":"FAIL","after":"EXEMPT","message":"until spring"}],
                  "entityVersion":7,"causes":["exemption:default/x@1"]}],
                 "endCursor":"OLDER","hasNextPage":true}""");
    String question =
        """
        query($after: String) { entity(ref: "component:a") { scorecardResults { history(first: 1, after: $after) {
            nodes { version at before { level percentage } after { level points } entityVersion causes
              rules { rule before after message } }
            edges { cursor } pageInfo { hasNextPage endCursor } } } } }""";

    JsonNode page = gateway.ask(question).at("/data/entity/scorecardResults/0/history");

    assertThat(page.at("/nodes/0/before/percentage").asDouble()).isEqualTo(25);
    assertThat(page.at("/nodes/0/after/level").asString()).isEqualTo("bronze");
    assertThat(page.at("/nodes/0/rules/0/after").asString()).isEqualTo("EXEMPT");
    assertThat(page.at("/nodes/0/causes/0").asString()).isEqualTo("exemption:default/x@1");
    assertThat(page.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    gateway.ask(question, Map.of("after", page.at("/pageInfo/endCursor").asString()));
    assertThat(gateway.services().asked().getLast().query())
        .isEqualTo(
            "entity=component:default/a&scorecard=scorecard:default/ready&first=1&after=OLDER");
    assertThat(
            gateway
                .ask(question, Map.of("after", "no cursor"))
                .at("/errors/0/extensions/code")
                .asString())
        .isEqualTo("BAD_REQUEST");
  }

  @Test
  void whatToMendOfAnEntityIsToldWithIt() {
    gateway.services().answer(SCORECARD, "GET /api/fixes", body -> Standings.fixes());

    JsonNode answer =
        gateway.ask("{ entity(ref: \"component:a\") { fixes(first: 2) { rule points } } }");

    assertThat(answer.at("/data/entity/fixes/0/rule").asString()).isEqualTo("has-owner");
    assertThat(gateway.services().asked().getLast().query())
        .isEqualTo("of=component:default/a&first=2");
  }

  @Test
  void factsComeWithTheirEntity() {
    gateway
        .services()
        .answer(
            INGESTION,
            "GET /api/entities/component/default/a/facts",
            body ->
                """
                {"entity":"component:default/a","facts":[{"fact":"coverage","version":2,"value":{"line":81.5},
                  "source":"sonar","observedAt":"2026-11-24T08:15:00Z","committedAt":"2026-11-24T08:15:01Z"}]}""");

    JsonNode fact =
        gateway
            .ask(
                "{ entity(ref: \"component:a\") { facts { name value version source observedAt committedAt } } }")
            .at("/data/entity/facts/0");

    assertThat(fact.at("/name").asString()).isEqualTo("coverage");
    assertThat(fact.at("/value/line").asDouble()).isEqualTo(81.5);
    assertThat(fact.at("/committedAt").asString()).startsWith("2026-11-24T08:15:01");
  }

  @Test
  void theFactsOfManyAreAskedForAndOneThatIsNotKnownHasNone() {
    gateway.services().answer(CATALOG, "POST /api/entities/query", body -> Fixtures.page(30, 30));
    gateway
        .services()
        .play(
            INGESTION,
            "GET /api/entities/component/default/c3/facts",
            q -> Answer.problem(404, "There is no entity component:default/c3"));
    for (int i = 0; i < 30; i++) {
      if (i != 3) {
        gateway
            .services()
            .answer(
                INGESTION,
                "GET /api/entities/component/default/c" + i + "/facts",
                body -> "{\"facts\":[]}");
      }
    }

    JsonNode answer = gateway.ask("{ entities { nodes { facts { name } } } }");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/entities/nodes/3/facts")).isEmpty();
    assertThat(gateway.services().asked()).hasSize(31);
  }

  @Test
  void whatIsOfThePresentIsNotToldOfThePast() {
    gateway
        .services()
        .answer(INGESTION, "GET /api/entities/component/default/checkout", body -> Fixtures.past());

    JsonNode answer =
        gateway.ask(
            """
            { entity(ref: "component:checkout", asOf: "2026-11-02T00:00:00Z") {
                facts { name } fixes { rule } initiativeResults { done } scorecardResults { level } } }""");

    assertThat(answer.get("errors").findValuesAsString("code"))
        .hasSize(4)
        .containsOnly("NOT_AVAILABLE_YET");
  }
}
