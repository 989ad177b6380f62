package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.INGESTION;
import static dev.portolan.gateway.service.Service.SCORECARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class EntityQueriesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  @Test
  void anEntityIsFoundInAnySpelling() {
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);

    JsonNode answer =
        gateway.ask(
            """
            { entity(ref: "Component:Checkout") {
                ref kind namespace name title description tags labels annotations spec version
                links { url title } owner { ref title owner { ref } } ownerRef } }""");

    JsonNode entity = answer.at("/data/entity");
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(entity.get("ref").asString()).isEqualTo("component:default/checkout");
    assertThat(entity.get("version").asLong()).isEqualTo(7);
    assertThat(entity.at("/labels/tier").asString()).isEqualTo("1");
    assertThat(entity.at("/spec/type").asString()).isEqualTo("service");
    assertThat(entity.at("/owner/title").asString()).isEqualTo("Team payments");
    assertThat(entity.at("/owner/owner").isNull()).isTrue();
  }

  @Test
  void whatDoesNotExistIsNullWithoutAnError() {
    gateway.services().answer(CATALOG, "POST /api/entities/batch", body -> "{\"entities\":[]}");

    JsonNode answer = gateway.ask("{ entity(ref: \"component:nothing\") { ref } }");

    assertThat(answer.at("/data/entity").isNull()).isTrue();
    assertThat(answer.has("errors")).isFalse();
  }

  @Test
  void fiftyEntitiesWithAllAroundThemCostFiveCalls() {
    TestingServices services = gateway.services();
    services.answer(CATALOG, "POST /api/entities/query", body -> Fixtures.page(1000, 50));
    services.answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    services.answer(CATALOG, "POST /api/relations/batch", Fixtures::relations);
    services.answer(SCORECARD, "POST /api/results/batch", Fixtures::results);

    JsonNode answer =
        gateway.ask(
            """
            { entities(filter: {kind: "Component"}, first: 50) {
                totalCount
                nodes {
                  ref
                  owner { ref title }
                  relations { totalCount edges { type ref dangling attributes node { ref owner { ref } } } }
                  scorecardResults { scorecardRef level rules { rule status } evaluatedAt }
                } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/entities/totalCount").asInt()).isEqualTo(1000);
    assertThat(answer.at("/data/entities/nodes").size()).isEqualTo(50);
    assertThat(answer.at("/data/entities/nodes/49/owner/ref").asString())
        .isEqualTo("group:default/team4");
    assertThat(answer.at("/data/entities/nodes/49/scorecardResults/0/level").asString())
        .isEqualTo("bronze");
    assertThat(answer.at("/data/entities/nodes/0/relations/edges/0/attributes/port").asInt())
        .isEqualTo(5432);
    assertThat(services.askedWhat())
        .containsExactlyInAnyOrder(
            "catalog-service POST /api/entities/query",
            "catalog-service POST /api/entities/batch",
            "catalog-service POST /api/relations/batch",
            "scorecard-service POST /api/results/batch",
            "catalog-service POST /api/entities/batch",
            "catalog-service POST /api/entities/batch");
  }

  @Test
  void aListTakesOneValueForAListOfOneAndPassesTheFilterOn() {
    gateway
        .services()
        .answer(CATALOG, "POST /api/entities/query", body -> Fixtures.page(63_436, 0));

    JsonNode answer =
        gateway.ask(
            """
            { entities(filter: {kind: "Component", label: {key: "tier", value: "1"}, tag: []},
                       orderBy: {field: TITLE, direction: DESC}, first: 0) { totalCount nodes { ref } } }""");

    assertThat(answer.at("/data/entities/totalCount").asInt()).isEqualTo(63_436);
    JsonNode asked = gateway.services().lastBody(CATALOG, "POST /api/entities/query");
    assertThat(asked.at("/filter/kind/0").asString()).isEqualTo("Component");
    assertThat(asked.at("/filter/label/0/key").asString()).isEqualTo("tier");
    assertThat(asked.at("/filter/tag").isArray()).isTrue();
    assertThat(asked.at("/filter/owner").isNull()).isTrue();
    assertThat(asked.at("/orderBy/field").asString()).isEqualTo("TITLE");
  }

  @Test
  void theCursorOfAnEdgeReadsOnBehindThatEdge() {
    gateway.services().answer(CATALOG, "POST /api/entities/query", body -> Fixtures.page(5, 3));
    JsonNode first =
        gateway.ask(
            "{ entities(first: 3) { edges { cursor node { ref } } pageInfo { hasNextPage endCursor } } }");
    String second = first.at("/data/entities/edges/1/cursor").asString();

    JsonNode rest =
        gateway.ask(
            "query($after: String) { entities(first: 1, after: $after) { nodes { ref } pageInfo { hasPreviousPage } } }",
            Map.of("after", second));

    assertThat(rest.at("/data/entities/nodes/0/ref").asString()).isEqualTo("component:default/c2");
    assertThat(rest.at("/data/entities/pageInfo/hasPreviousPage").asBoolean()).isTrue();

    gateway.ask(
        "query($after: String) { entities(first: 1, after: $after) { nodes { ref } } }",
        Map.of("after", first.at("/data/entities/pageInfo/endCursor").asString()));
    assertThat(
            gateway
                .services()
                .lastBody(CATALOG, "POST /api/entities/query")
                .get("after")
                .asString())
        .isEqualTo("END");
  }

  @Test
  void anEntityThatHasNotReachedTheVersionSaysSo() {
    gateway
        .services()
        .answer(
            CATALOG,
            "GET /api/entities/component/default/checkout",
            body ->
                Fixtures.component("checkout", "group:default/a")
                    .replace("\"stale\":false", "\"stale\":true"));

    JsonNode answer =
        gateway.ask("{ entity(ref: \"component:checkout\", minVersion: 9) { version } }");

    assertThat(answer.at("/data/entity/version").asInt()).isEqualTo(7);
    assertThat(answer.at("/extensions/stale").asBoolean()).isTrue();
    assertThat(answer.at("/extensions/notes/0/message").asString())
        .isEqualTo("component:default/checkout is at version 7, not yet at 9");
    assertThat(gateway.services().asked().getFirst().query()).isEqualTo("minVersion=9");
  }

  @Test
  void anEntityOfThePastComesFromTheHistoryWithWhatItWasRelatedToThen() {
    TestingServices services = gateway.services();
    services.answer(
        INGESTION, "GET /api/entities/component/default/checkout", body -> Fixtures.past());
    services.answer(CATALOG, "POST /api/relations/batch", Fixtures::relations);
    services.answer(CATALOG, "POST /api/impact", body -> Fixtures.impact(4, 1, true));

    JsonNode answer =
        gateway.ask(
            """
            { entity(ref: "component:checkout", asOf: "2026-11-02T00:00:00Z") {
                version spec ownerRef owner { ref } relations { totalCount } impact { total }
                scorecardResults { level } } }""");

    assertThat(answer.at("/data/entity/version").asInt()).isEqualTo(2);
    assertThat(answer.at("/data/entity/ownerRef").asString()).isEqualTo("group:default/old");
    assertThat(answer.at("/data/entity/owner").isNull()).isTrue();
    assertThat(answer.at("/data/entity/relations/totalCount").asInt()).isEqualTo(2);
    assertThat(answer.at("/data/entity/impact/total").asInt()).isEqualTo(4);
    assertThat(services.lastBody(CATALOG, "POST /api/relations/batch").get("asOf").asString())
        .isEqualTo("2026-11-02T00:00:00Z");
    assertThat(services.lastBody(CATALOG, "POST /api/impact").get("asOf").asString())
        .isEqualTo("2026-11-02T00:00:00Z");
    assertThat(answer.at("/errors").findValuesAsString("code"))
        .containsExactly("NOT_AVAILABLE_YET");
  }

  @Test
  void relationsOfSeveralMomentsAreKeptApartAndOneThatIsGoneTakesNoneWithIt() {
    TestingServices services = gateway.services();
    services.answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    services.answer(
        INGESTION, "GET /api/entities/component/default/checkout", body -> Fixtures.past());
    services.play(
        CATALOG,
        "POST /api/relations/batch",
        question ->
            switch (question.body().get("asOf").asString("now")) {
              case "2026-11-02T00:00:00Z" ->
                  new Answer(
                      200,
                      Fixtures.relations(question.body()).replace("\"total\":2", "\"total\":9"));
              case "2026-11-01T00:00:00Z" -> Answer.problem(410, "November the first is gone");
              default -> new Answer(200, Fixtures.relations(question.body()));
            });

    JsonNode answer =
        gateway.ask(
            """
            { now: entity(ref: "component:checkout") { relations { totalCount } }
              then: entity(ref: "component:checkout", asOf: "2026-11-02T00:00:00Z") { relations { totalCount } }
              gone: entity(ref: "component:checkout", asOf: "2026-11-01T00:00:00Z") { relations { totalCount } } }""");

    assertThat(answer.at("/data/now/relations/totalCount").asInt()).isEqualTo(2);
    assertThat(answer.at("/data/then/relations/totalCount").asInt()).isEqualTo(9);
    assertThat(answer.at("/data/gone/relations").isNull()).isTrue();
    assertThat(answer.at("/errors/0/message").asString()).isEqualTo("November the first is gone");
    assertThat(answer.at("/errors").size()).isEqualTo(1);
  }

  @Test
  void historyAndProvenanceComeFromTheWriteSide() {
    TestingServices services = gateway.services();
    services.answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    services.answer(
        INGESTION,
        "GET /api/entities/component/default/checkout/history",
        body ->
            """
            {"total":1,"changes":[{"ref":"component:default/checkout","version":2,"change":"UPDATED",
              "changed":[{"path":"/spec/owner","before":"a","after":"b"}],"sources":["s"],
              "observedAt":"2026-11-01T00:00:00Z","committedAt":"2026-11-01T00:00:01.5Z",
              "entity":{"kind":"Component","namespace":"default","name":"checkout"}}],
             "endCursor":null,"hasNextPage":false}""");
    services.answer(
        INGESTION,
        "GET /api/entities/component/default/checkout/provenance",
        body ->
            """
            {"fields":[{"path":"/spec/owner","source":"git","observedAt":"2026-11-01T00:00:00Z","value":"b",
              "disagreements":[{"source":"k8s","value":"c","observedAt":"2026-10-01T00:00:00Z"}]}]}""");
    services.answer(
        INGESTION,
        "GET /api/entities/component/default/checkout/originals",
        body ->
            """
            {"originals":[{"source":"git","path":"catalog-info.yaml","line":2,"text":"# Ours.\\n---\\n"}]}""");

    JsonNode answer =
        gateway.ask(
            """
            { entity(ref: "component:checkout") {
                history { totalCount nodes { version change committedAt sources changed { path before after } entity { name } cursor } }
                provenance { path source value observedAt disagreements { source value } }
                originals { source path line text } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    JsonNode change = answer.at("/data/entity/history/nodes/0");
    assertThat(change.get("change").asString()).isEqualTo("UPDATED");
    assertThat(change.get("committedAt").asString()).startsWith("2026-11-01T00:00:01.5");
    assertThat(change.at("/changed/0/after").asString()).isEqualTo("b");
    assertThat(answer.at("/data/entity/provenance/0/disagreements/0/source").asString())
        .isEqualTo("k8s");
    assertThat(answer.at("/data/entity/originals/0/text").asString()).isEqualTo("# Ours.\n---\n");
  }

  @Test
  void aReferenceThatIsNoneIsToldSo() {
    JsonNode answer = gateway.ask("{ entity(ref: \"check out\") { ref } }");

    assertThat(answer.at("/data/entity").isNull()).isTrue();
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(answer.at("/errors/0/message").asString()).contains("kind:namespace/name");
  }

  @Test
  void theProblemOfAServiceIsPassedOnInItsWords() {
    gateway
        .services()
        .play(
            CATALOG,
            "POST /api/entities/query",
            question -> Answer.problem(400, "kind 'x y' is no kind"));

    JsonNode answer = gateway.ask("{ entities(filter: {kind: \"x y\"}) { totalCount } }");

    assertThat(answer.at("/errors/0/message").asString()).isEqualTo("kind 'x y' is no kind");
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(answer.at("/errors/0/extensions/service").asString()).isEqualTo("catalog-service");
  }

  @Test
  void theTraceOfARequestGoesOnInTheServices() {
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    gateway.ask(
        "{ entity(ref: \"component:checkout\") { owner { ref } } }",
        Map.of(),
        Map.of("traceparent", "00-" + trace + "-00f067aa0ba902b7-01"));

    assertThat(gateway.services().asked())
        .hasSize(2)
        .allSatisfy(question -> assertThat(question.header("Traceparent")).contains(trace));
  }
}
