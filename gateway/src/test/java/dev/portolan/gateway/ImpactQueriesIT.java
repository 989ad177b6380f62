package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ImpactQueriesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  @Test
  void anImpactWithItsFirstEntitiesIsOneCallForTheImpactAndOneForTheEntities() {
    gateway.services().answer(CATALOG, "POST /api/impact", body -> Fixtures.impact(96, 2, true));
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);

    JsonNode answer =
        gateway.ask(
            """
            { impact(ref: "component:db", maxDepth: 4, relationTypes: "dependsOn") {
                root total complete maxDepthReached
                byDepth { depth count } byKind { key count } byOwner { key count }
                entities(first: 2) { totalCount edges { cursor node { ref depth path entity { title kind } } }
                  pageInfo { hasNextPage endCursor } } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/impact/total").asInt()).isEqualTo(96);
    assertThat(answer.at("/data/impact/entities/edges/1/node/path/0").asString())
        .isEqualTo("component:default/db");
    assertThat(answer.at("/data/impact/entities/edges/1/node/entity/kind").asString())
        .isEqualTo("Component");
    assertThat(gateway.services().askedWhat())
        .containsExactly(
            "catalog-service POST /api/impact", "catalog-service POST /api/entities/batch");
    JsonNode asked = gateway.services().lastBody(CATALOG, "POST /api/impact");
    assertThat(asked.get("direction").asString()).isEqualTo("DEPENDENTS");
    assertThat(asked.get("first").asInt()).isEqualTo(2);
    assertThat(asked.get("maxDepth").asInt()).isEqualTo(4);
    assertThat(asked.at("/relationTypes/0").asString()).isEqualTo("dependsOn");
  }

  @Test
  void whomToTellAndWhatToCountAreAskedForInTheSameCall() {
    gateway.services().answer(CATALOG, "POST /api/impact", body -> Fixtures.impact(96, 1, true));
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);

    JsonNode answer =
        gateway.ask(
            """
            { impact(ref: "component:db", filter: {tier: ["1"], domain: ["shop"]}) {
                byDomain { key count } owners(first: 5) { ref count people peopleTotal entity { kind } }
                position { partition next } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/impact/owners/0/people/0").asString())
        .isEqualTo("user:default/ada");
    assertThat(answer.at("/data/impact/owners/0/entity/kind").asString()).isEqualTo("Group");
    assertThat(answer.at("/data/impact/position").toString())
        .isEqualTo("[{\"partition\":0,\"next\":12},{\"partition\":1,\"next\":7}]");
    JsonNode asked = gateway.services().lastBody(CATALOG, "POST /api/impact");
    assertThat(asked.get("owners").asInt()).isEqualTo(5);
    assertThat(asked.at("/filter/tier/0").asString()).isEqualTo("1");
    assertThat(asked.at("/filter/domain/0").asString()).isEqualTo("shop");
  }

  @Test
  void onlyWhatTheDocumentCountsByIsCounted() {
    gateway.services().answer(CATALOG, "POST /api/impact", body -> Fixtures.impact(96, 1, true));

    JsonNode answer =
        gateway.ask(
            """
            { impact(ref: "component:db") {
                most: byOwner(first: 1) { key } byOwner(first: 5) { key count }
                byKind { key } distinct(of: OWNER) systems: distinct(of: SYSTEM) } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/impact/most").toString())
        .isEqualTo("[{\"key\":\"group:default/payments\"}]");
    assertThat(answer.at("/data/impact/byOwner").size()).isEqualTo(2);
    assertThat(answer.at("/data/impact/distinct").asInt()).isEqualTo(7);
    assertThat(gateway.services().lastBody(CATALOG, "POST /api/impact").get("rollUps").toString())
        .isEqualTo("{\"KIND\":1000,\"OWNER\":5,\"SYSTEM\":0}");
  }

  @Test
  void twoPagesOfOneImpactUnderTwoNamesAreBothRight() {
    gateway
        .services()
        .answer(
            CATALOG,
            "POST /api/impact",
            body -> Fixtures.impact(96, body.get("first").asInt(), true));

    JsonNode answer =
        gateway.ask(
            """
            { impact(ref: "component:db") {
                one: entities(first: 1) { nodes { ref } } three: entities(first: 3) { nodes { ref } } } }""");

    assertThat(answer.at("/data/impact/one/nodes").size()).isEqualTo(1);
    assertThat(answer.at("/data/impact/three/nodes").size()).isEqualTo(3);
  }

  @Test
  void anImpactThatWasCutOffNeverLooksComplete() {
    gateway.services().answer(CATALOG, "POST /api/impact", body -> Fixtures.impact(10, 1, false));

    JsonNode answer =
        gateway.ask("{ impact(ref: \"component:db\") { total complete incompleteReason } }");

    assertThat(answer.at("/data/impact/complete").asBoolean()).isFalse();
    assertThat(answer.at("/extensions/incomplete").asBoolean()).isTrue();
    assertThat(answer.at("/extensions/notes/0/message").asString()).contains("cut at 10");
  }

  @Test
  void anImpactThatIsOlderThanAskedForSaysSo() {
    gateway
        .services()
        .answer(
            CATALOG,
            "POST /api/impact",
            body -> Fixtures.impact(1, 1, true).replace("\"stale\":false", "\"stale\":true"));

    JsonNode answer =
        gateway.ask(
            """
            { impact(ref: "component:db", minVersion: {ref: "Component:a", version: 3}) { total } }""");

    assertThat(answer.at("/extensions/stale").asBoolean()).isTrue();
    assertThat(
            gateway.services().lastBody(CATALOG, "POST /api/impact").at("/minVersion/0").toString())
        .isEqualTo("{\"ref\":\"component:default/a\",\"version\":3}");
  }

  @Test
  void anImpactOfThePastIsAskedForWithItsMoment() {
    gateway.services().answer(CATALOG, "POST /api/impact", body -> Fixtures.impact(3, 3, true));

    JsonNode answer =
        gateway.ask(
            """
            { impact(ref: "component:db", asOf: "2026-11-01T01:00:00+01:00") {
                total entities(first: 2) { nodes { ref } } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/impact/total").asInt()).isEqualTo(3);
    assertThat(gateway.services().lastBody(CATALOG, "POST /api/impact").get("asOf").asString())
        .isEqualTo("2026-11-01T00:00:00Z");
  }

  @Test
  void thePastIsNotWaitedFor() {
    JsonNode answer =
        gateway.ask(
            """
            { impact(ref: "component:db", asOf: "2026-11-01T00:00:00Z",
                     minVersion: {ref: "component:a", version: 3}) { total } }""");

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(gateway.services().asked()).isEmpty();
  }

  @Test
  void theImpactOfNothingIsNotFoundAndTheRestOfTheAnswerComes() {
    gateway
        .services()
        .play(
            CATALOG,
            "POST /api/impact",
            q -> Answer.problem(404, "component:default/x is not known"));
    gateway.services().answer(CATALOG, "POST /api/entities/query", body -> Fixtures.page(1, 1));

    JsonNode answer =
        gateway.ask("{ impact(ref: \"component:x\") { total } entities { totalCount } }");

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("NOT_FOUND");
    assertThat(answer.at("/errors/0/path/0").asString()).isEqualTo("impact");
    assertThat(answer.at("/data/entities/totalCount").asInt()).isEqualTo(1);
  }

  @Test
  void thereIsAPathOrThereIsNone() {
    gateway
        .services()
        .answer(
            CATALOG,
            "POST /api/path",
            body -> "{\"refs\":[\"component:default/a\",\"component:default/b\"]}");
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    String question =
        "{ path(from: \"component:a\", to: \"component:b\") { refs length entities { name } } }";

    JsonNode answer = gateway.ask(question);
    gateway.services().play(CATALOG, "POST /api/path", q -> Answer.problem(404, "no path"));
    JsonNode none = gateway.ask(question);

    assertThat(answer.at("/data/path/length").asInt()).isEqualTo(1);
    assertThat(answer.at("/data/path/entities/1/name").asString()).isEqualTo("b");
    assertThat(none.at("/data/path").isNull()).isTrue();
    assertThat(none.has("errors")).isFalse();
  }

  @Test
  void allShortestPathsAreNamedUpToTheNumberAskedFor() {
    gateway
        .services()
        .answer(
            CATALOG,
            "POST /api/paths",
            body ->
                """
                {"length":2,"total":5000000000,"position":{"t-0":5},"paths":[
                  ["component:default/a","component:default/m","component:default/b"],
                  ["component:default/a","component:default/n","component:default/b"]]}""");
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    String question =
        """
        { paths(from: "component:a", to: "Component:b", first: 2, asOf: "2026-11-01T00:00:00Z") {
            length total paths { refs length entities { name } } } }""";

    JsonNode answer = gateway.ask(question);
    JsonNode asked = gateway.services().lastBody(CATALOG, "POST /api/paths");
    gateway.services().play(CATALOG, "POST /api/paths", q -> Answer.problem(404, "no path"));
    JsonNode none = gateway.ask(question);

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/paths/total").asLong()).isEqualTo(5_000_000_000L);
    assertThat(answer.at("/data/paths/paths/1/refs/1").asString()).isEqualTo("component:default/n");
    assertThat(answer.at("/data/paths/paths/1/entities/1/name").asString()).isEqualTo("n");
    assertThat(asked.toString())
        .isEqualTo(
            "{\"from\":\"component:default/a\",\"to\":\"component:default/b\",\"first\":2,\"asOf\":\"2026-11-01T00:00:00Z\"}");
    assertThat(none.at("/data/paths").isNull()).isTrue();
    assertThat(none.has("errors")).isFalse();
  }
}
