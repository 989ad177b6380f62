package dev.portolan.ingestion;

import static dev.portolan.ingestion.adapter.kubernetes.TestingCluster.deployment;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.portolan.ingestion.adapter.kubernetes.TestingCluster;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** A cluster as a source, from what is applied there to the catalog here. */
class KubernetesSourcesIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final String TOKEN = "a-token-that-nobody-may-see";

  private static final ListAppender<ILoggingEvent> log = new ListAppender<>();

  private static TestingCluster cluster;
  private static RunningIngestion ingestion;
  private static Sources sources;

  @BeforeAll
  static void start(@TempDir Path secrets) throws IOException {
    Files.writeString(secrets.resolve("PORTOLAN_KUBERNETES_TEST"), TOKEN);
    cluster = new TestingCluster();
    ingestion =
        RunningIngestion.start(
            servers,
            "--portolan.adapters.kubernetes-inside-hosts=" + cluster.host(),
            "--portolan.adapters.kubernetes-secrets=PORTOLAN_KUBERNETES_TEST=http://"
                + cluster.authority(),
            "--portolan.adapters.kubernetes-secrets-folder=" + secrets);
    sources = new Sources(ingestion);
    log.start();
    ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).addAppender(log);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
    cluster.close();
  }

  @BeforeEach
  void empty() {
    cluster.reset();
  }

  @AfterEach
  void leave() {
    sources.leaveAll();
  }

  @Test
  void whatIsAppliedChangedAndDeletedIsHeard() {
    for (String name : List.of("cart", "checkout", "till")) {
      cluster.apply(deployment(name, name + ":1"));
    }
    source("shop");
    sources.awaitState("shop", "FOLLOWING");
    assertThat(image("cart")).isEqualTo("cart:1");
    assertThat(spec("cart").path("owner").asString()).isEqualTo("payments");

    Instant before = Instant.now();
    cluster.apply(deployment("cart", "cart:2").replace("team: payments", "team: web"));
    await().untilAsserted(() -> assertThat(image("cart")).isEqualTo("cart:2"));
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(spec("cart").path("owner").asString()).isEqualTo("web");

    cluster.delete(deployment("checkout", "checkout:1"));
    await().untilAsserted(() -> assertThat(spec("checkout").isMissingNode()).isTrue());
    assertThat(image("till")).isEqualTo("till:1");
  }

  @Test
  void aWorkloadThatGoesLeavesTheEntityThatOthersDescribe() {
    ingestion.post(
        "/api/sources/people/entities",
        """
        [{"apiVersion": "backstage.io/v1alpha1", "kind": "Component",
          "metadata": {"name": "pay", "description": "Takes money"},
          "spec": {"type": "library", "lifecycle": "production", "owner": "team-a"}}]""");
    String bound =
        deployment("pay-v7", "pay:7")
            .replace("labels: {team", "annotations: {portolan.dev/ref: pay}, labels: {x");
    cluster.apply(bound);
    cluster.apply(deployment("other", "other:1"));
    source("pay");
    sources.awaitState("pay", "FOLLOWING");

    assertThat(spec("pay").path("type").asString()).isEqualTo("library");
    assertThat(spec("pay").path("workloads").propertyNames())
        .containsExactly("test/shop/deployment/pay-v7");

    cluster.delete(bound);
    await().untilAsserted(() -> assertThat(spec("pay").has("workloads")).isFalse());
    assertThat(spec("pay").path("type").asString()).isEqualTo("library");
  }

  @Test
  void aClusterThatRefusesRetractsNothingAndItsTokenIsNowhere() {
    cluster.apply(deployment("refused", "refused:1"));
    source("refusing");
    sources.awaitState("refusing", "FOLLOWING");

    cluster.refuse("/cronjobs", 403);
    JsonNode forbidden = sources.sync("refusing");
    cluster.refuse("/deployments", 500);
    JsonNode failed = sources.sync("refusing");

    assertThat(forbidden.path("status").asString()).isEqualTo("FAILED");
    assertThat(forbidden.path("notes").toString()).contains("403, refused");
    assertThat(failed.path("status").asString()).isEqualTo("FAILED");
    assertThat(image("refused")).isEqualTo("refused:1");
    source("refused-at-once");
    sources.awaitState("refused-at-once", "FAILING");
    assertThat(forbidden.toString() + failed + ingestion.get("/api/sources/refused-at-once").body())
        .contains("The cluster cannot be followed: 500, refused")
        .doesNotContain(TOKEN);
    assertThat(log.list)
        .isNotEmpty()
        .noneMatch(each -> (each.getFormattedMessage() + each.getThrowableProxy()).contains(TOKEN));
  }

  private static void source(String name) {
    sources.put(
        name,
        """
        {"adapter": "kubernetes", "configuration": {
          "url": "%s", "secret": "PORTOLAN_KUBERNETES_TEST", "cluster": "test", "ownerLabel": "team"}}"""
            .formatted(cluster.url()));
  }

  private static String image(String name) {
    return spec(name)
        .path("workloads")
        .path("test/shop/deployment/" + name)
        .at("/containers/0/image")
        .asString("");
  }

  private static JsonNode spec(String name) {
    return sources.component(name).path("spec");
  }
}
