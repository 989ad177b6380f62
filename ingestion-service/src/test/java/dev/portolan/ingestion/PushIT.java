package dev.portolan.ingestion;

import static dev.portolan.ingestion.Descriptors.component;
import static dev.portolan.ingestion.Descriptors.components;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.stack.junit.LocalServers;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From HTTP through PostgreSQL to the topic; each test has a source and entities of its own. */
class PushIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static RunningIngestion ingestion;

  @BeforeAll
  static void start() {
    ingestion = RunningIngestion.start(servers);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @Test
  void whatIsPushedIsOnTheTopicWithTheAttributesOfItsEvent() {
    Reply reply = push("record", component("record-a", "team-a"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("entities").path(0))
        .isEqualTo(
            json(
                "{\"document\":1,\"ref\":\"component:default/record-a\",\"version\":1,\"change\":\"CREATED\"}"));
    ConsumerRecord<String, String> record =
        ingestion.records("component:default/record-a").getFirst();
    JsonNode event = EntityRecords.value(record);
    assertThat(event.path("change").asString()).isEqualTo("CREATED");
    assertThat(event.path("entity").path("spec").path("owner").asString()).isEqualTo("team-a");
    assertThat(event.path("sources").path(0).asString()).isEqualTo("record");
    assertThat(EntityRecords.headers(record))
        .containsEntry("ce_type", "catalog.entity-changed.v1")
        .containsEntry("ce_source", "/portolan/ingestion-service")
        .containsEntry("ce_subject", "component:default/record-a")
        .containsEntry("ce_time", event.path("committedAt").asString())
        .containsKeys("ce_id", "traceparent");
  }

  @Test
  void ofAThousandDocumentsThreeBadOnesAreReportedAndTheOthersTaken() {
    String bad =
        "{\"apiVersion\":\"backstage.io/v1alpha1\",\"kind\":\"Component\",\"metadata\":{\"name\":\"no spaces\"},\"spec\":{\"type\":\"service\",\"lifecycle\":\"production\",\"owner\":\"a\"}}\n";
    String body =
        bad + components(20_000, 20_498, "a") + bad + components(20_498, 20_997, "a") + bad;

    Reply reply = push("thousand", body);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("accepted").asInt()).isEqualTo(997);
    assertThat(reply.body().path("rejected").asInt()).isEqualTo(3);
    assertThat(reply.body().path("problems"))
        .extracting(problem -> problem.path("document").asInt())
        .containsExactly(1, 500, 1_000);
    JsonNode problem = reply.body().path("problems").path(1);
    assertThat(problem.path("line").asInt()).isEqualTo(500);
    assertThat(problem.path("field").asString()).isEqualTo("/metadata/name");
    assertThat(problem.path("rule").asString()).isNotEmpty();
    assertThat(problem.path("message").asString()).contains("no spaces");
  }

  @Test
  void whatIsSaidAgainIsUnchangedAndPublishesNothing() {
    push("again", component("again-a", "team-a"));
    Reply second = push("again", component("again-a", "team-a"));
    push("again", component("again-a", "team-b"));

    assertThat(second.body().path("unchanged").asInt()).isEqualTo(1);
    assertThat(second.body().path("entities").path(0).path("version").asInt()).isEqualTo(1);
    List<ConsumerRecord<String, String>> records = ingestion.records("component:default/again-a");
    assertThat(records).hasSize(2);
    assertThat(EntityRecords.value(records.getLast()).path("changed"))
        .anySatisfy(
            change -> {
              assertThat(change.path("path").asString()).isEqualTo("/spec/owner");
              assertThat(change.path("before").asString()).isEqualTo("team-a");
              assertThat(change.path("after").asString()).isEqualTo("team-b");
            });
  }

  @Test
  void aDeletedEntityIsFollowedByATombstoneAndKeepsItsVersion() {
    push("delete", component("delete-a", "a"));
    Reply deleted = ingestion.delete("/api/sources/delete/entities/component:default/delete-a");
    Reply again = ingestion.delete("/api/sources/delete/entities/component%3Adefault%2Fdelete-a");
    push("delete", component("delete-a", "a"));

    assertThat(deleted.body().path("version").asInt()).isEqualTo(2);
    assertThat(deleted.body().path("change").asString()).isEqualTo("DELETED");
    assertThat(again.body().path("change").asString()).isEqualTo("UNCHANGED");
    assertThat(
            ingestion.delete("/api/sources/delete/entities/component:default/never-was").status())
        .isEqualTo(404);
    List<ConsumerRecord<String, String>> records = ingestion.records("component:default/delete-a");
    assertThat(records).hasSize(4);
    assertThat(EntityRecords.value(records.get(1)).path("entity").isNull()).isTrue();
    assertThat(records.get(2).value()).isNull();
    assertThat(EntityRecords.value(records.get(3)).path("version").asInt()).isEqualTo(3);
  }

  @Test
  void aFullPushRetractsWhatItNoLongerNames() {
    push("full", components(100, 130, "a"));
    Reply reply = full("full", components(100, 125, "a"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().path("unchanged").asInt()).isEqualTo(25);
    assertThat(reply.body().path("retracted").asInt()).isEqualTo(5);
    assertThat(ingestion.get("/api/entities/component/default/c-127").status()).isEqualTo(404);
    assertThat(ingestion.get("/api/entities/component/default/c-124").status()).isEqualTo(200);
  }

  @Test
  void aFullPushThatWouldRetractTooMuchIsHeldUntilSomebodyApproves() {
    push("held", components(300, 350, "a"));
    Reply reply = full("held", components(300, 305, "a"));

    assertThat(reply.body().path("held").asBoolean()).isTrue();
    assertThat(reply.body().path("retracted").asInt()).isZero();
    assertThat(ingestion.get("/api/entities/component/default/c-349").status()).isEqualTo(200);
    String sync = reply.body().path("sync").asString();
    Reply approved = ingestion.post("/api/sources/held/syncs/" + sync + "/approve");
    assertThat(approved.status()).as(approved.body().toString()).isEqualTo(200);
    assertThat(ingestion.get("/api/entities/component/default/c-349").status()).isEqualTo(404);
    assertThat(ingestion.get("/api/entities/component/default/c-304").status()).isEqualTo(200);
  }

  @Test
  void aHeldPushThatIsRejectedRetractsNothing() {
    push("refused", components(400, 450, "a"));
    String sync = full("refused", components(400, 405, "a")).body().path("sync").asString();
    ingestion.post("/api/sources/refused/syncs/" + sync + "/reject");

    assertThat(ingestion.get("/api/entities/component/default/c-449").status()).isEqualTo(200);
    assertThat(ingestion.post("/api/sources/refused/syncs/" + sync + "/approve").status())
        .isEqualTo(409);
  }

  @Test
  void aFullPushThatBreaksOffRetractsNothing() {
    push("broken", components(200, 205, "a"));
    Reply reply = full("broken", "[" + component("c-200", "b") + "{\"apiVersion\":");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().path("line").asInt()).isPositive();
    assertThat(reply.body().path("detail").asString()).contains("Line ");
    String sync = reply.body().path("sync").asString();
    assertThat(ingestion.get("/api/sources/broken/syncs/" + sync).body().path("status").asString())
        .isEqualTo("FAILED");
    assertThat(ingestion.get("/api/entities/component/default/c-204").status()).isEqualTo(200);
  }

  @Test
  void anAnswerThatTookNothingIsAnError() {
    Reply reply = push("nothing", "{\"apiVersion\":\"v1\",\"kind\":\"Component\"}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body().path("problems").size()).isPositive();
    assertThat(reply.headers().get("content-type")).containsExactly("application/problem+json");
  }

  @Test
  void whatIsWrongWithARequestIsSaidInAProblemDetail() {
    for (Map.Entry<String, Integer> wrong :
        Map.of(
                "/api/sources/a%20b/entities", 400,
                "/api/sources/wrong/entities?mode=partly", 400,
                "/api/sources/wrong/entities?sync=x", 400,
                "/api/sources/wrong/entities?sync=999999", 404)
            .entrySet()) {
      Reply reply = ingestion.post(wrong.getKey(), component("wrong", "a"));

      assertThat(reply.status()).as(wrong.getKey()).isEqualTo(wrong.getValue());
      assertThat(reply.body().path("detail").asString()).as(wrong.getKey()).isNotEmpty();
    }
  }

  @Test
  void historyProvenanceAndVersionsOutliveARestart() {
    push("restart", component("restart-a", "team-a"));
    push("restart", component("restart-a", "team-b"));
    ingestion.restart();
    Reply reply = push("restart", component("restart-a", "team-c"));

    assertThat(reply.body().path("entities").path(0).path("version").asInt()).isEqualTo(3);
    JsonNode history =
        ingestion.get("/api/entities/component/default/restart-a/history?first=2").body();
    assertThat(history.path("total").asInt()).isEqualTo(3);
    assertThat(history.path("hasNextPage").asBoolean()).isTrue();
    assertThat(history.path("changes").path(0).path("version").asInt()).isEqualTo(3);
    assertThat(
            ingestion
                .get("/api/entities/component/default/restart-a/provenance")
                .body()
                .path("fields"))
        .anySatisfy(field -> assertThat(field.toString()).contains("team-c"));
    assertThat(ingestion.records("component:default/restart-a"))
        .extracting(record -> EntityRecords.value(record).path("version").asInt())
        .as("what a stop interrupts may be sent again, and never out of order")
        .containsSubsequence(1, 2, 3);
  }

  private static Reply push(String source, String body) {
    return ingestion.post("/api/sources/" + source + "/entities", body);
  }

  private static Reply full(String source, String body) {
    return ingestion.post("/api/sources/" + source + "/entities?mode=full", body);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
