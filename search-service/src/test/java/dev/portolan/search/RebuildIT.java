package dev.portolan.search;

import static dev.portolan.search.EntityFixtures.component;
import static dev.portolan.search.EntityFixtures.deleted;
import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.events.EntityChanged;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The index is built anew from the topic while people search. */
class RebuildIT {
  private static final int ENTITIES = 5_000;

  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, ELASTICSEARCH);

  @Test
  void nobodyWhoSearchesMeanwhileSeesAHalfBuiltIndexAndNoChangeIsLost() {
    try (RunningSearch search = RunningSearch.started(servers)) {
      search.publish(changed(ENTITIES, 1)).caughtUp();
      AtomicBoolean enough = new AtomicBoolean();
      CompletableFuture<Long> fewest =
          CompletableFuture.supplyAsync(() -> fewestFound(search, enough));
      CompletableFuture<Long> version =
          CompletableFuture.supplyAsync(() -> changing(search, enough));

      JsonNode rebuilt = rebuilt(search);
      enough.set(true);

      assertThat(fewest.join()).isEqualTo(ENTITIES);
      assertThat(rebuilt.path("state").asString()).as("%s", rebuilt).isEqualTo("DONE");
      assertThat(rebuilt.at("/result/compared").asInt()).isEqualTo(ENTITIES);
      assertThat(rebuilt.at("/result/examples").size()).as("%s", rebuilt).isZero();
      search.publish(component("c0").titled("afterwards").version(version.join())).caughtUp();
      assertThat(search.found("afterwards")).containsExactly("component:default/c0");
      assertAuditIsClean(search);
      assertThat(indices(search)).containsExactly(search.index() + "-2");
    }
  }

  @Test
  void whatWasWrongWithTheIndexBeforeIsSaidAndNotThereAnyMore() {
    try (RunningSearch search = RunningSearch.started(servers)) {
      search
          .publish(changed(3, 1))
          .publish(component("gone").version(1), deleted("component:gone", 2))
          .caughtUp();
      elasticsearch(
          "PUT",
          "/"
              + search.index()
              + "/_doc/component:default%2Fmade-up?version=1&version_type=external",
          "{\"name\":\"made-up\"}");

      JsonNode rebuilt = rebuilt(search);

      assertThat(rebuilt.at("/result/surplus").asInt()).as("%s", rebuilt).isEqualTo(1);
      assertThat(rebuilt.at("/result/examples").findValuesAsString("ref"))
          .containsExactly("component:default/made-up");
      assertThat(search.count()).isEqualTo(3);
      assertAuditIsClean(search);
    }
  }

  @Test
  void anIndexOfAnEarlierDefinitionIsBuiltAnewAtTheStart() {
    try (RunningSearch search = RunningSearch.prepared(servers)) {
      // As the first releases made it: without a mark, and with other fields.
      String before =
          """
          {"mappings": {"dynamic": "strict", "properties": {"ref": {"type": "keyword"}}},
           "aliases": {"%s": {}}}"""
              .formatted(search.index());
      elasticsearch("PUT", "/" + search.index() + "-7", before);
      search.publish(changed(100, 1)).start();

      search.caughtUp();

      assertThat(search.count()).isEqualTo(100);
      assertThat(search.metric("portolan_index_writes_total{outcome=\"refused\"")).isZero();
      await()
          .untilAsserted(() -> assertThat(indices(search)).containsExactly(search.index() + "-8"));
    }
  }

  @Test
  void aRebuildThatWasCutOffIsGoneOnWithWhereItEnded() {
    // It keeps where it is at each 10,000.
    int entities = 22_000;
    try (RunningSearch search = RunningSearch.started(servers)) {
      search.publish(changed(entities, 1)).caughtUp();
      search.post("/api/projection/rebuild", "");
      await()
          .pollInterval(Duration.ofMillis(5))
          .until(() -> status(search).path("records").asInt() > entities / 2);
      assertThat(status(search).path("state").asString()).isEqualTo("READING");
      search.stop();

      search.start();
      JsonNode rebuilt = rebuilt(search);

      assertThat(rebuilt.path("records").asInt()).isLessThanOrEqualTo(entities - 10_000);
      assertThat(search.count()).isEqualTo(entities);
      assertAuditIsClean(search);
    }
  }

  private static long fewestFound(RunningSearch search, AtomicBoolean enough) {
    long fewest = Long.MAX_VALUE;
    while (!enough.get()) {
      JsonNode answer = search.search("{\"text\":\"\",\"first\":1}");
      assertThat(answer.path("partial").asBoolean()).isFalse();
      fewest = Math.min(fewest, answer.path("total").asLong());
    }
    return fewest;
  }

  private static long changing(RunningSearch search, AtomicBoolean enough) {
    long version = 2;
    while (!enough.get()) {
      search.publish(changed(50, version++)).caughtUp();
    }
    return version;
  }

  private static EntityChanged[] changed(int entities, long version) {
    return IntStream.range(0, entities)
        .mapToObj(i -> component("c" + i).version(version))
        .toArray(EntityChanged[]::new);
  }

  private static JsonNode rebuilt(RunningSearch search) {
    assertThat(search.post("/api/projection/rebuild", "").statusCode()).isEqualTo(202);
    return await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () -> status(search),
            status ->
                status.path("state").asString().equals("DONE")
                    || status.path("state").asString().equals("FAILED"));
  }

  private static JsonNode status(RunningSearch search) {
    return search.get("/api/projection/rebuild");
  }

  private static List<String> indices(RunningSearch search) {
    JsonNode indices =
        JsonMapper.shared().readTree(elasticsearch("GET", "/" + search.index() + "-*", ""));
    return List.copyOf(indices.propertyNames());
  }

  private static String elasticsearch(String method, String path, String body) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(URI.create(servers.elasticsearchUrl() + path))
                  .header("content-type", "application/json")
                  .method(method, BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void assertAuditIsClean(RunningSearch search) {
    JsonNode audit = JsonMapper.shared().readTree(search.post("/api/projection/audit", "").body());
    assertThat(audit.path("complete").asBoolean()).as("%s", audit).isTrue();
    assertThat(audit.path("examples").size()).as("%s", audit).isZero();
  }
}
