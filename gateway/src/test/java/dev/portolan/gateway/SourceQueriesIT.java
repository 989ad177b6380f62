package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.INGESTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class SourceQueriesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String SOURCE =
      """
      {"source":"acme-git","adapter":"git","configuration":{"url":"https://git.acme.org/c.git"},
       "schedule":"PT5M","priority":100,"hold":{"share":0.2,"count":10},
       "lease":null,
       "lastSuccessAt":"2026-11-27T08:00:00Z","lastSeconds":1.5,"nextRunAt":"2026-11-27T08:05:00Z","stale":3,
       "following":{"state":"FAILING","since":"2026-11-27T07:00:00Z","problem":"No."}}""";

  private static String sync(String status, String more) {
    return """
        {"sync":"7","source":"acme-git","mode":"full","origin":"adapter","status":"%s",
         "startedAt":"2026-11-27T07:59:58Z","endedAt":"2026-11-27T08:00:00Z","accepted":3,
         "unchanged":4,"rejected":1,"retracted":2,"held":false,"filesRead":8,"filesUnchanged":90%s}"""
        .formatted(status, more);
  }

  @Test
  void sourcesSayHowFreshTheyAreInOneCall() {
    gateway.services().answer(INGESTION, "GET /api/sources", _ -> "{\"sources\":[" + SOURCE + "]}");

    JsonNode answer =
        gateway.ask(
            "{ sources { name adapter schedule priority lease lastSuccessAt lastSeconds nextRunAt stale"
                + " following { state since problem } } }");

    assertThat(answer.at("/data/sources").toString())
        .isEqualTo(
            "[{\"name\":\"acme-git\",\"adapter\":\"git\",\"schedule\":\"PT5M\",\"priority\":100,"
                + "\"lease\":null,\"lastSuccessAt\":\"2026-11-27T08:00:00.000Z\",\"lastSeconds\":1.5,"
                + "\"nextRunAt\":\"2026-11-27T08:05:00.000Z\",\"stale\":3,\"following\":{\"state\":\"FAILING\","
                + "\"since\":\"2026-11-27T07:00:00.000Z\",\"problem\":\"No.\"}}]");
    assertThat(gateway.services().asked()).hasSize(1);
  }

  @Test
  void aSyncSaysWhatWasWrongByFileAndLine() {
    gateway.services().answer(INGESTION, "GET /api/sources/acme-git", _ -> SOURCE);
    gateway
        .services()
        .answer(
            INGESTION,
            "GET /api/sources/acme-git/syncs",
            _ -> "{\"syncs\":[" + sync("DONE", "") + "]}");
    gateway
        .services()
        .answer(
            INGESTION,
            "GET /api/sources/acme-git/syncs/7",
            _ ->
                sync(
                    "DONE",
                    ",\"problems\":[{\"document\":1,\"line\":4,\"field\":\"/metadata/name\","
                        + "\"rule\":\"name\",\"message\":\"No.\",\"ref\":null,\"path\":\"a.yaml\"}],"
                        + "\"notes\":[\"b.yaml is a skeleton\"]"));

    JsonNode answer =
        gateway.ask(
            """
            { source(name: "acme-git") { syncs(first: 1) {
                id status mode origin startedAt endedAt seconds accepted unchanged rejected retracted filesRead filesUnchanged notes
                problems { path line field rule message } wouldRetract { total } } } }""");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    JsonNode sync = answer.at("/data/source/syncs/0");
    assertThat(sync.path("status").asString()).isEqualTo("DONE");
    assertThat(sync.path("seconds").asDouble()).isEqualTo(2);
    assertThat(sync.path("startedAt").asString()).isEqualTo("2026-11-27T07:59:58.000Z");
    assertThat(sync.at("/problems/0/path").asString()).isEqualTo("a.yaml");
    assertThat(sync.at("/problems/0/line").asInt()).isEqualTo(4);
    assertThat(sync.at("/notes/0").asString()).isEqualTo("b.yaml is a skeleton");
    assertThat(sync.path("filesRead").asInt()).isEqualTo(8);
    assertThat(sync.path("filesUnchanged").asInt()).isEqualTo(90);
    assertThat(sync.path("wouldRetract").isNull()).isTrue();
  }

  @Test
  void aSourceThatIsNotThereIsNull() {
    gateway
        .services()
        .play(
            INGESTION, "GET /api/sources/nobody", _ -> Answer.problem(404, "There is no source."));

    assertThat(gateway.ask("{ source(name: \"nobody\") { name } }").toString())
        .isEqualTo("{\"data\":{\"source\":null}}");
  }

  @Test
  void aHeldSyncIsApprovedOrRejected() {
    gateway
        .services()
        .answer(
            INGESTION,
            "GET /api/sources/acme-git/syncs/7",
            _ ->
                sync(
                    "HELD",
                    ",\"problems\":[],\"notes\":[],"
                        + "\"wouldRetract\":{\"total\":30,\"refs\":[\"component:default/a\"]}"));
    gateway.services().answer(INGESTION, "GET /api/sources/acme-git", _ -> SOURCE);
    gateway
        .services()
        .answer(
            INGESTION,
            "POST /api/sources/acme-git/syncs/7/approve",
            _ -> sync("DONE", ",\"problems\":[],\"notes\":[]"));
    gateway
        .services()
        .play(
            INGESTION,
            "POST /api/sources/acme-git/syncs/7/reject",
            _ -> Answer.problem(409, "Sync 7 is not held."));

    JsonNode held =
        gateway.ask(
            "{ source(name: \"acme-git\") { sync(id: \"7\") { status wouldRetract { total refs } } } }");
    assertThat(held.at("/data/source/sync/wouldRetract/total").asInt()).isEqualTo(30);
    JsonNode approved =
        gateway.ask(
            "mutation { approveSync(source: \"acme-git\", id: \"7\") { status retracted } }");
    assertThat(approved.at("/data/approveSync/status").asString()).isEqualTo("DONE");
    JsonNode refused =
        gateway.ask("mutation { rejectSync(source: \"acme-git\", id: \"7\") { status } }");
    assertThat(refused.at("/errors/0/message").asString()).contains("Sync 7 is not held.");
  }
}
