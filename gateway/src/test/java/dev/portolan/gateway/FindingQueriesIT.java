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
        {"total":3,"complete":%s,"incompleteReason":%s,
         "findings":[{"ref":"component:default/a","weight":3.0,"related":["component:default/b"]}],
         "endCursor":"END","hasNextPage":true,"position":{"catalog.entities.v1-0":12}}"""
        .formatted(complete, complete ? null : "\"it would take too long\"");
  }

  @Test
  void aFindingComesWithItsEntityAndThoseThatBelongToIt() {
    gateway.services().answer(CATALOG, "POST /api/findings", body -> findings(true));
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);

    JsonNode answer =
        gateway.ask(
            """
            { findings(kind: CYCLE, filter: {domain: ["shop"]}, first: 1) {
                totalCount complete position { partition next } pageInfo { hasNextPage endCursor }
                nodes { ref weight related entity { title } relatedEntities { kind } } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/findings/totalCount").asInt()).isEqualTo(3);
    assertThat(answer.at("/data/findings/nodes/0/relatedEntities/0/kind").asString())
        .isEqualTo("Component");
    assertThat(answer.at("/data/findings/position/0/next").asInt()).isEqualTo(12);
    JsonNode asked = gateway.services().lastBody(CATALOG, "POST /api/findings");
    assertThat(asked.get("kind").asString()).isEqualTo("CYCLE");
    assertThat(asked.at("/filter/domain/0").asString()).isEqualTo("shop");
    assertThat(gateway.services().askedWhat())
        .containsExactly(
            "catalog-service POST /api/findings", "catalog-service POST /api/entities/batch");
  }

  @Test
  void findingsThatMayNotBeAllNeverLookComplete() {
    gateway.services().answer(CATALOG, "POST /api/findings", body -> findings(false));

    JsonNode answer =
        gateway.ask("{ findings(kind: BLAST_RADIUS) { totalCount complete incompleteReason } }");

    assertThat(answer.at("/data/findings/complete").asBoolean()).isFalse();
    assertThat(answer.at("/extensions/incomplete").asBoolean()).isTrue();
    assertThat(answer.at("/extensions/notes/0/message").asString()).contains("too long");
  }

  @Test
  void whatAGroupOwnsIsOneCallWithItsFirstEntities() {
    gateway
        .services()
        .answer(
            CATALOG,
            "POST /api/ownership",
            body ->
                """
                {"ref":"group:default/shop","total":5,"byKind":[{"key":"Component","count":5}],
                 "byOwner":[{"key":"group:default/tills","count":5}],
                 "groups":["group:default/shop","group:default/tills"],
                 "people":["user:default/ada"],"peopleTotal":1,
                 "entities":[{"ref":"component:default/till","owner":"group:default/tills"}],
                 "endCursor":"END","hasNextPage":true,"position":{}}""");
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);

    JsonNode answer =
        gateway.ask(
            """
            { ownership(ref: "shop", asOf: "2026-11-02T00:00:00Z") {
                total groups people peopleTotal byOwner { key count }
                entities(first: 1) { totalCount nodes { ref owner entity { title } } } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/ownership/entities/nodes/0/owner").asString())
        .isEqualTo("group:default/tills");
    JsonNode asked = gateway.services().lastBody(CATALOG, "POST /api/ownership");
    assertThat(asked.get("ref").asString()).isEqualTo("group:default/shop");
    assertThat(asked.get("first").asInt()).isEqualTo(1);
    assertThat(asked.get("asOf").asString()).isEqualTo("2026-11-02T00:00:00Z");
    assertThat(gateway.services().askedWhat())
        .containsExactly(
            "catalog-service POST /api/ownership", "catalog-service POST /api/entities/batch");
  }

  @Test
  void theOwnershipOfNoGroupIsNull() {
    gateway
        .services()
        .play(CATALOG, "POST /api/ownership", q -> Answer.problem(404, "group:default/x is not"));

    JsonNode answer = gateway.ask("{ ownership(ref: \"x\") { total } }");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/ownership").isNull()).isTrue();
  }
}
