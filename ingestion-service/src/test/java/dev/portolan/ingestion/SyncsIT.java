package dev.portolan.ingestion;

import static dev.portolan.ingestion.Descriptors.component;
import static dev.portolan.ingestion.Descriptors.components;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static java.time.ZoneOffset.UTC;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.ingestion.sync.Sync.Origin;
import dev.portolan.ingestion.sync.postgres.OldSyncs;
import dev.portolan.ingestion.sync.postgres.Syncs;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Syncs from their beginning to their end, whichever it is; each test has a source of its own. */
class SyncsIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  @TempDir private static Path folder;
  private static RunningIngestion ingestion;

  @BeforeAll
  static void start() {
    ingestion = RunningIngestion.start(servers, "--portolan.adapters.folders=" + folder);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @Test
  void aSyncInPartsRetractsWhatNoPartNamed() {
    push("parts", components(100, 130, "a"));
    String sync = ingestion.post("/api/sources/parts/syncs").body().path("sync").asString();
    part("parts", sync, components(100, 115, "a"));
    part("parts", sync, components(115, 128, "a"));
    Reply complete = ingestion.post("/api/sources/parts/syncs/" + sync + "/complete");

    assertThat(complete.body().path("status").asString()).isEqualTo("DONE");
    assertThat(complete.body().path("unchanged").asInt()).isEqualTo(28);
    assertThat(complete.body().path("retracted").asInt()).isEqualTo(2);
    assertThat(exists("c-127")).isTrue();
    assertThat(exists("c-129")).isFalse();
  }

  @Test
  void aSyncOfWhichAPartBrokeOffRetractsNothing() {
    push("torn", components(200, 205, "a"));
    String sync = ingestion.post("/api/sources/torn/syncs").body().path("sync").asString();
    part("torn", sync, components(200, 202, "a"));
    Reply torn = part("torn", sync, "[" + component("c-202", "a") + "{\"apiVersion\":");
    Reply complete = ingestion.post("/api/sources/torn/syncs/" + sync + "/complete");

    assertThat(torn.status()).isEqualTo(400);
    assertThat(complete.body().path("retracted").asInt()).isZero();
    assertThat(complete.body().path("notes").toString()).contains("not read whole");
    assertThat(exists("c-204")).isTrue();
  }

  @Test
  void whatTwoPartsDescribeDifferentlyTheFirstDescribesInThatSyncAndInTheNext() {
    for (String mode : List.of("full", "delta")) {
      String source = "twice-" + mode;
      inParts(source, mode, component(source, "a"), component(source, "b"));

      JsonNode answers = inParts(source, mode, component(source, "a"), component(source, "b"));

      assertThat(answers.path(0).path("unchanged").asInt()).isEqualTo(1);
      assertThat(answers.path(1).path("rejected").asInt()).isEqualTo(1);
      assertThat(answers.path(1).path("problems").toString())
          .contains("duplicate", "An earlier part of the sync", "component:default/" + source);
      assertThat(answers.path(2).path("status").asString()).isEqualTo("DONE");
      assertThat(answers.path(2).path("accepted").asInt()).isZero();
    }
  }

  @Test
  void whatIsSaidAgainInTheSameWordsIsNoContradiction() {
    JsonNode answers = inParts("echo", "delta", component("echo", "a"), component("echo", "a"));

    assertThat(answers.path(2).path("accepted").asInt()).isEqualTo(1);
    assertThat(answers.path(2).path("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void aDeltaInPartsRetractsNothing() {
    push("slices", components(140, 145, "a"));

    JsonNode answers = inParts("slices", "delta", component("c-140", "b"), component("c-141", "b"));

    assertThat(answers.path(2).path("mode").asString()).isEqualTo("delta");
    assertThat(answers.path(2).path("accepted").asInt()).isEqualTo(2);
    assertThat(answers.path(2).path("retracted").asInt()).isZero();
    assertThat(exists("c-144")).isTrue();
  }

  @Test
  void aDeltaOfWhichAPartBrokeOffHasFailedAndWhatItSaidStays() {
    JsonNode answers =
        inParts("snapped", "delta", component("snap-a", "a"), "[" + component("snap-b", "a"));

    assertThat(answers.path(2).path("status").asString()).isEqualTo("FAILED");
    assertThat(answers.path(2).path("notes").toString()).contains("1 parts", "not read whole");
    assertThat(exists("snap-a")).isTrue();
    assertThat(exists("snap-b")).isTrue();
  }

  /** What is answered to each part of a sync, and at its end. */
  private static JsonNode inParts(String source, String mode, String... parts) {
    String syncs = "/api/sources/" + source + "/syncs";
    String sync = ingestion.post(syncs + "?mode=" + mode).body().path("sync").asString();
    ArrayNode answers = JsonMapper.shared().createArrayNode();
    for (String each : parts) {
      answers.add(part(source, sync, each).body());
    }
    return answers.add(ingestion.post(syncs + "/" + sync + "/complete").body());
  }

  @Test
  void aSyncThatItsProcessCouldNotEndIsFailedSoThatItsSourceIsReadAgain() throws IOException {
    readsFolder("stuck", Files.createDirectory(folder.resolve("stuck")), "null");
    Syncs syncs = ingestion.bean(Syncs.class);
    long lost = syncs.begin("stuck", Origin.ADAPTER);
    assertThat(ingestion.post("/api/sources/stuck/sync").status()).isEqualTo(409);

    syncs.letGo(lost);

    await().untilAsserted(() -> assertThat(status("stuck", lost)).isEqualTo("FAILED"));
    assertThat(ingestion.post("/api/sources/stuck/sync").status()).isEqualTo(202);
  }

  @Test
  void aSyncThatIsUnderWayIsLeftAlone() {
    push("busy", component("busy-a", "a"));
    Syncs syncs = ingestion.bean(Syncs.class);
    long lost = syncs.begin("busy", Origin.PUSH);
    long held = syncs.begin("busy", Origin.PUSH);
    syncs.letGo(lost);

    await().untilAsserted(() -> assertThat(status("busy", lost)).isEqualTo("FAILED"));

    assertThat(status("busy", held)).isEqualTo("RUNNING");
    syncs.letGo(held);
  }

  @Test
  void aFullPushWhoseSyncWasGivenUpMeanwhileIsNotCalledDone() throws IOException {
    push("late", components(300, 305, "a"));
    // Not java.net.http's client: it sends what it has when it likes, and here that is the point.
    HttpURLConnection slow =
        (HttpURLConnection)
            URI.create("http://127.0.0.1:" + ingestion.port())
                .resolve("/api/sources/late/entities?mode=full")
                .toURL()
                .openConnection();
    slow.setDoOutput(true);
    slow.setChunkedStreamingMode(0);
    try (OutputStream body = slow.getOutputStream()) {
      write(body, component("c-300", "b"));
      await().until(() -> giveUp("late") == 1);
      write(body, component("c-301", "b"));
    }

    assertThat(slow.getResponseCode()).isEqualTo(503);
    JsonNode answer = JsonMapper.shared().readTree(slow.getErrorStream());
    assertThat(answer.path("accepted").asInt()).isEqualTo(2);
    assertThat(answer.path("detail").asString()).contains("Push them again");
    assertThat(exists("c-304")).isTrue();
  }

  @Test
  void aFolderIsReadOnItsScheduleAndWhatIsGoneFromItIsRetracted() throws IOException {
    Path scheduled = Files.createDirectory(folder.resolve("scheduled"));
    Path file = scheduled.resolve("catalog-info.yaml");
    Files.writeString(file, components(400, 403, "a").replace("\n", "\n---\n"));
    readsFolder("scheduled", scheduled, "\"PT1H\"");

    await().until(() -> exists("c-402"));
    Files.writeString(file, components(400, 402, "a").replace("\n", "\n---\n"));
    // Refused while the run that showed c-402 has yet to end.
    await().until(() -> ingestion.post("/api/sources/scheduled/sync").status() == 202);

    await().until(() -> !exists("c-402"));
    assertThat(exists("c-401")).isTrue();
  }

  @Test
  void aSourceSaysWhenItWasLastReadWholeAndWhenItIsReadNext() throws IOException {
    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    Files.writeString(fresh.resolve("catalog-info.yaml"), component("c-900", "a"));
    readsFolder("fresh", fresh, "\"PT1H\"");
    await().until(() -> source("fresh").path("lastSuccessAt").isString());

    Instant lastSuccess = Instant.parse(source("fresh").path("lastSuccessAt").asString());
    Instant nextRun = Instant.parse(source("fresh").path("nextRunAt").asString());
    assertThat(Duration.between(lastSuccess, nextRun))
        .isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
    assertThat(source("fresh").path("lastSeconds").isNumber()).isTrue();

    push("pushes", component("c-901", "a"));
    assertThat(source("pushes").path("lastSuccessAt").isString()).isTrue();
    assertThat(source("pushes").path("nextRunAt").isNull()).isTrue();
  }

  @Test
  void oldSyncsThatNobodyListsAreForgottenButForTheLastThatEndedWell() {
    Instant now = Instant.now();
    Instant longAgo = now.minus(Duration.ofHours(2));
    long well = push("chatty", component("c-950", "a")).body().path("sync").asLong();
    ingestion
        .database()
        .sql("update sync set ended_at = ? where id = ?")
        .params(longAgo.atOffset(UTC), well)
        .update();
    failed("chatty", 600, longAgo);

    ingestion.bean(OldSyncs.class).forget(now);
    assertThat(numberOfSyncs("chatty")).isEqualTo(500 + 1);
    assertThat(status("chatty", well)).isEqualTo("DONE");
    assertThat(source("chatty").path("lastSuccessAt").isString()).isTrue();

    failed("chatty", 520, now);
    ingestion.bean(OldSyncs.class).forget(now);
    assertThat(numberOfSyncs("chatty")).as("what is young stays").isEqualTo(520 + 1);
  }

  private static void failed(String source, int times, Instant at) {
    ingestion
        .database()
        .sql(
            """
            insert into sync (source, mode, origin, status, started_at, ended_at)
            select ?, 'delta', 'push', 'FAILED', ?, ? from generate_series(1, ?)""")
        .params(source, at.atOffset(UTC), at.atOffset(UTC), times)
        .update();
  }

  private static long numberOfSyncs(String source) {
    return ingestion
        .database()
        .sql("select count(*) from sync where source = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  private static JsonNode source(String name) {
    return ingestion.get("/api/sources/" + name).body();
  }

  private static void readsFolder(String source, Path folder, String schedule) {
    Reply reply =
        ingestion.put(
            "/api/sources/" + source,
            """
            {"adapter": "folder", "schedule": %s, "configuration": {"path": "%s"}}"""
                .formatted(schedule, folder));
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
  }

  private static void write(OutputStream body, String text) throws IOException {
    body.write(text.getBytes(StandardCharsets.UTF_8));
    body.flush();
  }

  /** As another instance does that finds the lock of this one free. */
  private static int giveUp(String source) {
    return ingestion
        .database()
        .sql(
            "update sync set status = 'FAILED' where source = ? and mode = 'full' and status = 'RUNNING'")
        .param(source)
        .update();
  }

  private static String status(String source, long sync) {
    return ingestion
        .get("/api/sources/" + source + "/syncs/" + sync)
        .body()
        .path("status")
        .asString();
  }

  private static boolean exists(String name) {
    return ingestion.get("/api/entities/component/default/" + name).status() == 200;
  }

  private static Reply push(String source, String body) {
    return ingestion.post("/api/sources/" + source + "/entities", body);
  }

  private static Reply part(String source, String sync, String body) {
    return ingestion.post("/api/sources/" + source + "/entities?sync=" + sync, body);
  }
}
