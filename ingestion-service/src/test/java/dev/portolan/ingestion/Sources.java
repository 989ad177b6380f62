package dev.portolan.ingestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.RunningIngestion.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The sources of a running service, and what came of them. */
record Sources(RunningIngestion ingestion) {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  void put(String name, String json) {
    Reply reply = ingestion.put("/api/sources/" + name, json);
    assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 201);
  }

  /** Lets go of all that are followed, or the sources of one test would hear of the next. */
  void leaveAll() {
    ingestion
        .database()
        .sql("select source from following")
        .query(String.class)
        .list()
        .forEach(source -> put(source, "{\"adapter\": \"push\"}"));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(followed()).isZero());
  }

  void awaitFollowed(String name) {
    awaitState(name, "FOLLOWING");
  }

  void awaitState(String name, String state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(following(name).path("state").asString("")).isEqualTo(state));
  }

  /** Why a source is not followed. */
  String problem(String name) {
    return following(name).path("problem").asString("");
  }

  /** Reads a source now, and answers what came of it. */
  JsonNode sync(String name) {
    String number = ingestion.post("/api/sources/" + name + "/sync").body().path("sync").asString();
    String path = "/api/sources/" + name + "/syncs/" + number;
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(ingestion.get(path).body().path("status").asString())
                    .isNotEqualTo("RUNNING"));
    return ingestion.get(path).body();
  }

  JsonNode syncs(String name) {
    return ingestion.get("/api/sources/" + name + "/syncs?first=100").body().path("syncs");
  }

  /** How often a source was read whole. */
  long fullSyncs(String name) {
    return syncs(name)
        .valueStream()
        .filter(sync -> sync.path("mode").asString().equalsIgnoreCase("full"))
        .filter(sync -> !sync.path("status").asString().equals("RUNNING"))
        .count();
  }

  /** Waits until a sync of a source waits for a person. */
  void awaitHeld(String name) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(syncs(name).findValuesAsString("status")).contains("HELD"));
  }

  /** Approves what is held, and what takes its place, until that many entities are left. */
  void approveUntilLeft(String name, long left) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              syncs(name)
                  .valueStream()
                  .filter(sync -> sync.path("status").asString().equals("HELD"))
                  .map(sync -> sync.path("sync").asString())
                  .forEach(
                      held ->
                          ingestion.post("/api/sources/" + name + "/syncs/" + held + "/approve"));
              assertThat(spokenOf(name)).isEqualTo(left);
            });
  }

  /** All problems of all syncs of a source. */
  String problems(String name) {
    return syncs(name)
        .valueStream()
        .map(sync -> "/api/sources/" + name + "/syncs/" + sync.path("sync").asString())
        .map(path -> ingestion.get(path).body().path("problems").toString())
        .collect(Collectors.joining());
  }

  /** How many entities a source speaks of. */
  long spokenOf(String name) {
    return ingestion
        .database()
        .sql("select count(*) from observation where source = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  /** An entity of the default namespace, such as {@code component} and {@code cart}. */
  JsonNode entity(String kind, String name) {
    return ingestion
        .get("/api/entities/%s/default/%s?asOf=%s".formatted(kind, name, Instant.now()))
        .body()
        .path("entity");
  }

  JsonNode component(String name) {
    return entity("component", name);
  }

  private JsonNode following(String name) {
    return ingestion.get("/api/sources/" + name).body().path("following");
  }

  private long followed() {
    return ingestion.database().sql("select count(*) from following").query(Long.class).single();
  }
}
