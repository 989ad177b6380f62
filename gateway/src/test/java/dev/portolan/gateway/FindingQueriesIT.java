package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class FindingQueriesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static String findings(boolean complete) {
    return """
        {"total":7,"complete":%s,"incompleteReason":%s,"findings":[
          {"ref":"component:default/a","weight":2.5,"related":["component:default/b","component:default/c"]}],
         "endCursor":"END","hasNextPage":true,"position":{"t-0":5}}"""
        .formatted(complete, complete ? null : "\"cut at 7\"");
  }

  @Test
  void findingsComeWithTheirEntitiesInTwoCalls() {
    gateway.services().answer(CATALOG, "POST /api/findings", body -> findings(true));
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);

    JsonNode answer =
        gateway.ask(
            """
            { findings(kind: CYCLE, filter: {tier: ["1"]}, asOf: "2026-11-01T00:00:00Z", first: 1) {
                totalCount complete incompleteReason position { partition next } pageInfo { hasNextPage }
                edges { cursor node { kind ref weight related entity { name } relatedEntities { name } } } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    JsonNode finding = answer.at("/data/findings/edges/0/node");
    assertThat(finding.get("kind").asString()).isEqualTo("CYCLE");
    assertThat(finding.get("weight").asDouble()).isEqualTo(2.5);
    assertThat(finding.at("/entity/name").asString()).isEqualTo("a");
    assertThat(finding.at("/relatedEntities").toString())
        .isEqualTo("[{\"name\":\"b\"},{\"name\":\"c\"}]");
    assertThat(answer.at("/data/findings/totalCount").asInt()).isEqualTo(7);
    assertThat(answer.at("/data/findings/position/0/next").asInt()).isEqualTo(5);
    JsonNode asked = gateway.services().lastBody(CATALOG, "POST /api/findings");
    assertThat(asked.propertyNames())
        .containsExactlyInAnyOrder("kind", "filter", "asOf", "first", "after");
    assertThat(asked.at("/filter/tier/0").asString()).isEqualTo("1");
    assertThat(asked.get("asOf").asString()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(gateway.services().asked()).hasSize(2);
  }

  @Test
  void findingsThatWereCutOffNeverLookComplete() {
    gateway.services().answer(CATALOG, "POST /api/findings", body -> findings(false));

    JsonNode answer = gateway.ask("{ findings(kind: BLAST_RADIUS) { totalCount complete } }");

    assertThat(answer.at("/data/findings/complete").asBoolean()).isFalse();
    assertThat(answer.at("/extensions/incomplete").asBoolean()).isTrue();
    assertThat(answer.at("/extensions/notes/0/message").asString())
        .isEqualTo("the findings BLAST_RADIUS: cut at 7");
  }

  @Test
  void whatAGroupOwnsIsCountedAndNamed() {
    gateway
        .services()
        .answer(
            CATALOG,
            "POST /api/ownership",
            body ->
                """
                {"ref":"group:default/shop","total":2,"byKind":[{"key":"Component","count":2}],
                 "byOwner":[{"key":"group:default/till","count":2}],
                 "groups":["group:default/shop","group:default/till"],"people":["user:default/ada"],
                 "peopleTotal":1,"entities":[{"ref":"component:default/a","owner":"group:default/till"}],
                 "endCursor":"END","hasNextPage":true,"position":{"t-0":5}}""");
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);

    JsonNode answer =
        gateway.ask(
            """
            { ownership(ref: "Shop", filter: {kind: ["Component"]}) {
                ref total byKind { key count } byOwner { key count } groups people peopleTotal
                position { next }
                entities(first: 1) { totalCount nodes { ref owner entity { name } } pageInfo { hasNextPage endCursor } } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    JsonNode ownership = answer.at("/data/ownership");
    assertThat(ownership.get("total").asInt()).isEqualTo(2);
    assertThat(ownership.at("/groups/1").asString()).isEqualTo("group:default/till");
    assertThat(ownership.at("/entities/nodes/0/owner").asString()).isEqualTo("group:default/till");
    assertThat(ownership.at("/entities/nodes/0/entity/name").asString()).isEqualTo("a");
    assertThat(gateway.services().lastBody(CATALOG, "POST /api/ownership").propertyNames())
        .containsExactlyInAnyOrder("ref", "filter", "first", "after", "asOf");
  }

  @Test
  void theOwnershipOfAGroupThatIsNotThereIsNull() {
    gateway
        .services()
        .play(CATALOG, "POST /api/ownership", q -> Answer.problem(404, "no group default/x"));

    JsonNode answer = gateway.ask("{ ownership(ref: \"group:x\") { total } }");

    assertThat(answer.at("/data/ownership").isNull()).isTrue();
    assertThat(answer.has("errors")).isFalse();
  }
}
