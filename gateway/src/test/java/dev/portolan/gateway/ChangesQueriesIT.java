package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.INGESTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ChangesQueriesIT {
  private static final String CHANGES = "POST /api/history/changes";
  private static final String SURROUNDINGS = "POST /api/surroundings";

  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  @BeforeEach
  void theServicesAnswer() {
    gateway
        .services()
        .answer(
            INGESTION,
            CHANGES,
            body ->
                "{\"total\":1,\"changes\":[%s],\"endCursor\":\"END\",\"hasNextPage\":false}"
                    .formatted(Fixtures.past()));
    gateway.services().answer(CATALOG, SURROUNDINGS, body -> surroundings(true));
  }

  private static String surroundings(boolean complete) {
    return """
        {"refs":["component:default/a","component:default/b"],"complete":%s,"incompleteReason":%s}"""
        .formatted(complete, complete ? null : "\"More than 20000\"");
  }

  private static JsonNode ask(String around) {
    return gateway.ask(
        """
        { changes(from: "2026-11-01T00:00:00Z", to: "2026-11-02T00:00:00Z" %s) {
            totalCount complete incompleteReason nodes { ref version entity { name } } } }"""
            .formatted(around));
  }

  @Test
  void whatChangedEverywhereIsOneCall() {
    JsonNode answer = ask("");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/changes/nodes/0/entity/name").asString()).isEqualTo("checkout");
    assertThat(answer.at("/data/changes/complete").asBoolean()).isTrue();
    JsonNode asked = gateway.services().lastBody(INGESTION, CHANGES);
    assertThat(asked.get("refs").isNull()).isTrue();
    assertThat(asked.get("from").asString()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(gateway.services().asked()).hasSize(1);
  }

  @Test
  void whatChangedInOneEntityIsKnownAlsoWhenItIsGone() {
    ask(", ref: \"Component:gone\"");

    assertThat(gateway.services().lastBody(INGESTION, CHANGES).get("refs").toString())
        .isEqualTo("[\"component:default/gone\"]");
    assertThat(gateway.services().asked()).hasSize(1);
  }

  @Test
  void whatChangedAroundAnEntityIsThatOfEverythingAroundIt() {
    ask(", ref: \"component:a\", within: 2");

    assertThat(gateway.services().lastBody(CATALOG, SURROUNDINGS).toString())
        .isEqualTo("{\"ref\":\"component:default/a\",\"hops\":2,\"below\":false}");
    assertThat(gateway.services().lastBody(INGESTION, CHANGES).get("refs").size()).isEqualTo(2);
  }

  @Test
  void surroundingsThatWereCutOffNeverLookComplete() {
    gateway.services().answer(CATALOG, SURROUNDINGS, body -> surroundings(false));

    JsonNode answer = ask(", ref: \"domain:a\", below: true");

    assertThat(answer.at("/data/changes/complete").asBoolean()).isFalse();
    assertThat(answer.at("/extensions/incomplete").asBoolean()).isTrue();
  }

  @Test
  void aroundNothingIsNoPlace() {
    JsonNode answer = ask(", within: 2");

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(gateway.services().asked()).isEmpty();
  }

  @Test
  void whatIsDeletedHasItsLastOwner() {
    gateway
        .services()
        .answer(
            INGESTION,
            "GET /api/history/deleted",
            body ->
                """
                {"total":1,"deleted":[{"ref":"component:default/a","version":4,
                  "deletedAt":"2026-11-01T00:00:00Z","title":"A","kind":"Component","owner":"group:default/till"}],
                 "endCursor":null,"hasNextPage":false}""");
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);

    JsonNode answer =
        gateway.ask(
            "{ deleted(kind: \"component\") { totalCount nodes { ref version deletedAt title kind ownerRef owner { title } } } }");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/deleted/nodes/0/owner/title").asString()).isEqualTo("Team till");
    assertThat(gateway.services().asked().getFirst().query()).isEqualTo("first=50&kind=component");
  }

  @Test
  void whatIsRestoredIsToldWithItsVersion() {
    String what = "POST /api/entities/component/default/a/restore";
    gateway
        .services()
        .answer(INGESTION, what, body -> "{\"ref\":\"component:default/a\",\"version\":5}");

    JsonNode answer = gateway.ask("mutation { restore(ref: \"Component:a\") { ref version } }");

    assertThat(answer.at("/data/restore/version").asInt()).as(answer.toString()).isEqualTo(5);
    assertThat(gateway.services().lastBody(INGESTION, what).toString()).isEqualTo("{}");

    gateway.ask("mutation { restore(ref: \"Component:a\", version: 3) { ref } }");

    assertThat(gateway.services().lastBody(INGESTION, what).toString())
        .isEqualTo("{\"version\":3}");
  }

  @Test
  void whatExistsIsNotRestoredAndTheServiceSaysWhy() {
    gateway
        .services()
        .play(
            INGESTION,
            "POST /api/entities/component/default/a/restore",
            q -> Answer.problem(409, "component:default/a exists"));

    JsonNode answer = gateway.ask("mutation { restore(ref: \"component:a\") { ref } }");

    assertThat(answer.at("/data/restore").isNull()).isTrue();
    assertThat(answer.at("/errors/0/message").asString()).isEqualTo("component:default/a exists");
  }

  @Test
  void aRestorationWhoseAnswerIsLostIsNotMadeTwice() {
    gateway.services().away(INGESTION);

    gateway.ask("mutation { restore(ref: \"component:a\") { ref } }");

    assertThat(gateway.services().asked()).hasSize(1);
  }
}
