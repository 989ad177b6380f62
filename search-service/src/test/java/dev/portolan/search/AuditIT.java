package dev.portolan.search;

import static dev.portolan.search.EntityFixtures.component;
import static dev.portolan.search.EntityFixtures.deleted;
import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.events.EntityChanged;
import dev.portolan.stack.junit.LocalServers;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The index says of itself whether it holds what the topic says. */
class AuditIT {
  private static final int ENTITIES = 12_000;

  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, ELASTICSEARCH);

  @Test
  void whatWasDamagedByHandIsFoundAndNamed() throws Exception {
    try (RunningSearch search = RunningSearch.started(servers)) {
      search
          .publish(component("a").version(1), component("b").version(2), component("c").version(3))
          .publish(component("gone").version(1), deleted("component:gone", 2))
          .caughtUp();
      assertThat(audit(search).path("complete").asBoolean()).isTrue();

      send(document(search, "a", "").DELETE());
      send(document(search, "b", "?version=9&version_type=external"));
      send(document(search, "made-up", "?version=1&version_type=external"));
      JsonNode audit = audit(search);

      assertThat(audit.path("missing").asInt()).isEqualTo(1);
      assertThat(audit.path("different").asInt()).isEqualTo(1);
      assertThat(audit.path("surplus").asInt()).isEqualTo(1);
      assertThat(audit.path("checked").asInt()).isEqualTo(4);
      assertThat(audit.path("examples").findValuesAsString("ref"))
          .containsExactly(
              "component:default/a", "component:default/b", "component:default/made-up");

      search.publish("component:default/poison", "{".getBytes(UTF_8));
      search.caughtUp();
      audit = audit(search);
      assertThat(audit.path("complete").asBoolean()).isFalse();
      assertThat(audit.path("skipped").asInt()).isEqualTo(1);
      assertThat(audit.path("missing").asInt()).isEqualTo(1);
    }
  }

  @Test
  void theIndexIsAuditedAllTheTime() throws Exception {
    try (RunningSearch search =
        RunningSearch.prepared(servers).start("--portolan.audit.period=100ms")) {
      search
          .publish(component("a").version(1), component("b").version(2), component("b").version(3))
          .publish(component("gone").version(1), deleted("component:gone", 2))
          .caughtUp();
      await().until(() -> search.metric("portolan_audit_checked_total") > 6);
      assertThat(search.metric("portolan_audit_drift")).isZero();

      send(document(search, "a", "").DELETE());
      await().until(() -> search.metric("portolan_audit_drift") == 1);

      // Elasticsearch counted the deletion as a version of its own.
      search.publish(component("a").version(3)).caughtUp();
      await().until(() -> search.metric("portolan_audit_drift") == 0);
    }
  }

  @Test
  void moreThanAPageIsComparedExactlyWhileChangesArrive() throws Exception {
    try (RunningSearch search = RunningSearch.started(servers)) {
      search.publish(all(1)).caughtUp();
      AtomicBoolean enough = new AtomicBoolean();
      Thread changing =
          Thread.ofVirtual()
              .start(
                  () -> {
                    for (long version = 2; !enough.get(); version++) {
                      // No faster than the index takes it: else no audit would wait for that.
                      search.publish(some(version)).caughtUp();
                    }
                  });

      for (int round = 0; round < 2; round++) {
        JsonNode audit = audit(search);
        assertThat(audit.path("complete").asBoolean()).as("%s", audit).isTrue();
        assertThat(audit.path("checked").asInt()).isEqualTo(ENTITIES);
        assertThat(audit.path("examples").size()).as("%s", audit).isZero();
      }
      enough.set(true);
      changing.join();
    }
  }

  private static EntityChanged[] all(long version) {
    return changed(ENTITIES, version);
  }

  private static EntityChanged[] some(long version) {
    return changed(100, version);
  }

  private static EntityChanged[] changed(int entities, long version) {
    return IntStream.range(0, entities)
        .mapToObj(i -> component("c" + i).version(version))
        .toArray(EntityChanged[]::new);
  }

  private static JsonNode audit(RunningSearch search) {
    return JsonMapper.shared().readTree(search.post("/api/projection/audit", "").body());
  }

  private static HttpRequest.Builder document(RunningSearch search, String name, String query) {
    String id = URLEncoder.encode("component:default/" + name, UTF_8);
    return HttpRequest.newBuilder(
            URI.create(servers.elasticsearchUrl() + "/" + search.index() + "/_doc/" + id + query))
        .header("content-type", "application/json")
        .PUT(BodyPublishers.ofString("{\"name\":\"" + name + "\"}"));
  }

  private static void send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request.build(), BodyHandlers.ofString()).statusCode())
          .isBetween(200, 201);
    }
  }
}
