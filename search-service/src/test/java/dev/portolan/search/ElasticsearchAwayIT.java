package dev.portolan.search;

import static dev.portolan.search.EntityFixtures.component;
import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import dev.portolan.stack.junit.LocalServers;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class ElasticsearchAwayIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, ELASTICSEARCH);

  @Test
  void searchesSayThatTheIndexIsAwayAndNoChangeIsLost() {
    try (CuttableProxy elasticsearch = new CuttableProxy(servers.elasticsearchUrl());
        RunningSearch search = RunningSearch.prepared(servers, elasticsearch.url())) {
      search.start();
      assertAway(search);
      assertThat(search.status("/actuator/health/liveness")).isEqualTo(200);
      assertThat(search.status("/actuator/health")).isEqualTo(503);
      search.publish(component("before").version(1));

      elasticsearch.mend();
      search.caughtUp();
      assertThat(search.found("before")).hasSize(1);
      assertThat(search.status("/actuator/health")).isEqualTo(200);

      elasticsearch.cut();
      assertAway(search);
      search.publish("component:default/poison", "nonsense".getBytes(UTF_8));
      search.publish(
          IntStream.range(0, 500)
              .mapToObj(i -> component("during" + i).version(1))
              .toArray(EntityChanged[]::new));
      Awaitility.await().until(() -> search.get("/api/lag").path("records").asInt() == 501);

      elasticsearch.mend();
      search.caughtUp();
      assertThat(search.count()).isEqualTo(501);
      assertThat(search.deadLetters()).hasSize(1);
    }
  }

  private static void assertAway(RunningSearch search) {
    HttpResponse<String> answer = search.post("/api/search", "{\"text\":\"a\"}");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
    assertThat(JsonMapper.shared().readTree(answer.body()).path("detail").asString())
        .contains("The search index does not answer");
    assertThat(search.status("/api/count")).isEqualTo(503);
  }
}
