package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.SCORECARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ScorecardQueriesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  @BeforeEach
  void theServicesAnswer() {
    TestingServices services = gateway.services();
    services.answer(SCORECARD, "GET /api/scorecards", body -> Fixtures.scorecards());
    services.answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
  }

  @Test
  void aScorecardSaysAllOfItself() {
    JsonNode scorecard =
        gateway
            .ask(
                """
                { scorecard(ref: "Ready") { ref version stage owner { title } ownerRef
                    levels { name rank description color } categories { name title }
                    evaluation { running evaluated total }
                    rules { id fix { text links { title url } } category weight when expression manualEveryDays } } }""")
            .at("/data/scorecard");

    assertThat(scorecard.at("/version").asInt()).isEqualTo(5);
    assertThat(scorecard.at("/stage").asString()).isEqualTo("PUBLISHED");
    assertThat(scorecard.at("/owner/title").asString()).isEqualTo("Team platform");
    assertThat(scorecard.at("/levels/0/color").asString()).isEqualTo("#cd7f32");
    assertThat(scorecard.at("/categories/0/title").asString()).isEqualTo("People");
    assertThat(scorecard.at("/evaluation").toString())
        .isEqualTo("{\"running\":true,\"evaluated\":3,\"total\":9}");
    assertThat(scorecard.at("/rules/0/fix/links/0/url").asString()).isEqualTo("https://how");
    assertThat(scorecard.at("/rules/0/weight").asInt()).isEqualTo(3);
    assertThat(scorecard.at("/rules/1/expression").isNull()).isTrue();
    assertThat(scorecard.at("/rules/1/manualEveryDays").asInt()).isEqualTo(90);
  }

  @Test
  void aScorecardThatThereIsNotIsNull() {
    JsonNode answer = gateway.ask("{ scorecard(ref: \"gone\") { ref } }");

    assertThat(answer.has("errors")).isFalse();
    assertThat(answer.at("/data/scorecard").isNull()).isTrue();
  }

  @Test
  void groupsStandTogether() {
    gateway
        .services()
        .answer(SCORECARD, "GET /api/scorecards/default/ready/roll-up", body -> Standings.rollUp());

    JsonNode place =
        gateway
            .ask(
                """
                { scorecard(ref: "ready") { rollUp(by: SYSTEM) {
                    ref entity { title } entities points possible percentage levels { level count } } } }""")
            .at("/data/scorecard/rollUp/0");

    assertThat(place.at("/entity/title").asString()).isEqualTo("Team platform");
    assertThat(place.at("/percentage").asDouble()).isEqualTo(50);
    assertThat(place.at("/levels").toString())
        .isEqualTo("[{\"level\":null,\"count\":2},{\"level\":\"gold\",\"count\":1}]");
    assertThat(queryOf("GET /api/scorecards/default/ready/roll-up")).isEqualTo("by=SYSTEM");
  }

  @Test
  void daysFollowEachOther() {
    gateway
        .services()
        .answer(SCORECARD, "GET /api/scorecards/default/ready/trend", body -> Standings.trend());

    JsonNode days =
        gateway
            .ask(
                "{ scorecard(ref: \"ready\") { trend { day entities points possible percentage levels { count } } } }")
            .at("/data/scorecard/trend");

    assertThat(days.at("/0/day").asString()).isEqualTo("2026-11-23");
    assertThat(days.at("/0/percentage").asDouble()).isEqualTo(25);
    assertThat(days.at("/1/percentage").asDouble()).as("nothing was asked").isEqualTo(100);
    assertThat(queryOf("GET /api/scorecards/default/ready/trend")).isEqualTo("days=30");
  }

  @Test
  void whatTheServiceRefusesIsSaidInItsWords() {
    gateway
        .services()
        .play(
            SCORECARD,
            "GET /api/scorecards/default/ready/trend",
            q -> Answer.problem(400, "days is 0; it must be 1 to 400"));

    JsonNode answer = gateway.ask("{ scorecard(ref: \"ready\") { ref trend(days: 0) { day } } }");

    assertThat(answer.at("/errors/0/message").asString()).contains("1 to 400");
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(answer.at("/data/scorecard/ref").asString()).isEqualTo("scorecard:default/ready");
  }

  @Test
  void whoMovedIsNamed() {
    gateway
        .services()
        .answer(
            SCORECARD,
            "GET /api/scorecards/default/ready/movers",
            body ->
                """
                {"movers":[{"ref":"component:default/a","before":75.0,"now":25.0}]}""");

    JsonNode mover =
        gateway
            .ask(
                "{ scorecard(ref: \"ready\") { movers(first: 3) { ref entity { name } before now change } } }")
            .at("/data/scorecard/movers/0");

    assertThat(mover.at("/change").asDouble()).isEqualTo(-50);
    assertThat(mover.at("/entity/name").asString()).isEqualTo("a");
    assertThat(queryOf("GET /api/scorecards/default/ready/movers")).isEqualTo("days=7&first=3");
    gateway.ask("{ scorecard(ref: \"ready\") { movers(by: OWNER, days: 9) { ref } } }");
    assertThat(queryOf("GET /api/scorecards/default/ready/movers"))
        .isEqualTo("by=OWNER&days=9&first=10");
  }

  @Test
  void whatToMendNextIsToldOfAPlace() {
    gateway.services().answer(SCORECARD, "GET /api/fixes", body -> Standings.fixes());

    JsonNode fix =
        gateway
            .ask(
                """
                { fixes(of: "group:platform", by: OWNER) { rule title fix { text } points entities first
                    scorecardRef scorecard { title } firstEntities { name } } }""")
            .at("/data/fixes/0");

    assertThat(fix.at("/points").asInt()).isEqualTo(9);
    assertThat(fix.at("/scorecard/title").asString()).isEqualTo("Ready");
    assertThat(fix.at("/firstEntities/1/name").asString()).isEqualTo("b");
    assertThat(queryOf("GET /api/fixes")).isEqualTo("of=group:default/platform&by=OWNER&first=10");
    assertThat(
            gateway.ask("{ fixes(of: \"no kind\") { rule } }").at("/errors/0/message").asString())
        .contains("has no kind");
    assertThat(
            gateway
                .ask("{ fixes(of: \"group:a\", first: 201) { rule } }")
                .at("/errors/0/message")
                .asString())
        .contains("0 to 200");
  }

  private static String queryOf(String what) {
    return gateway.services().asked().stream()
        .filter(question -> question.what().equals(what))
        .reduce((first, second) -> second)
        .orElseThrow()
        .query();
  }
}
