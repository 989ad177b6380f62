package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.SCORECARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class PatienceIT {
  @RegisterExtension
  static final RunningGateway gateway =
      new RunningGateway(
          "--portolan.services.read-timeout=200ms", "--portolan.services.answer-timeout=700ms");

  @Test
  void whoeverGoesThroughEverythingIsWaitedForLonger() {
    gateway
        .services()
        .answer(
            SCORECARD,
            "POST /api/scorecards/dry-run",
            body ->
                """
                {"problems":[],"outcome":{"entities":9,"complete":true,"applies":0,"levels":{},"rules":[],"rise":0,"fall":0,"falling":[]}}""");
    gateway.services().slow(SCORECARD);
    CompletableFuture<JsonNode> dryRun =
        CompletableFuture.supplyAsync(
            () ->
                gateway.ask(
                    """
                    { dryRun(scorecard: {apiVersion: "portolan.dev/v1", kind: "Scorecard", metadata: {name: "a"}, spec: {}}) {
                        entities } }"""));
    await().until(() -> !gateway.services().asked().isEmpty());

    assertThat(gateway.ask("{ scorecards { ref } }").at("/errors/0/message").asString())
        .as("asked later, and given up before")
        .isEqualTo("scorecard-service took too long.");
    gateway.services().back(SCORECARD);

    assertThat(dryRun.join().at("/data/dryRun/entities").asInt()).isEqualTo(9);
  }
}
