package dev.portolan.ingestion.original;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OriginalsIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final String QUAY = "/api/entities/component/default/quay";

  private static final String WRITTEN =
      """
      # Ask the pilots first. ⚓
      ---
      apiVersion: backstage.io/v1alpha1
      kind: Component
      metadata: {name: quay}\r
      spec: {type: service, lifecycle: production, owner: pilots}
      """;

  @TempDir Path folder;

  @Test
  void aTextIsKeptByteForByteAndFollowsItsFile() throws IOException {
    Path file = folder.resolve("catalog-info.yaml");
    Files.writeString(file, WRITTEN);
    try (RunningIngestion ingestion =
        RunningIngestion.start(servers, "--portolan.adapters.folders=" + folder)) {
      ingestion.put(
          "/api/sources/harbour",
          """
          {"adapter": "folder", "configuration": {"path": "%s"}}"""
              .formatted(folder));
      sync(ingestion);

      JsonNode kept = originals(ingestion).path(0);
      assertThat(kept.path("text").asString()).isEqualTo(WRITTEN);
      assertThat(kept.path("source").asString()).isEqualTo("harbour");
      assertThat(kept.path("path").asString()).isEqualTo("catalog-info.yaml");
      assertThat(kept.path("line").asInt()).isEqualTo(2);

      // Another comment is another text, and the same entity.
      String rewritten = WRITTEN.replace("Ask the pilots", "Ask nobody");
      Files.writeString(file, rewritten);
      sync(ingestion);

      assertThat(originals(ingestion).path(0).path("text").asString()).isEqualTo(rewritten);
      assertThat(ingestion.get(QUAY).body().path("version").asInt()).isEqualTo(1);

      ingestion.delete("/api/sources/harbour/entities/component:default/quay");

      assertThat(originals(ingestion)).isEmpty();
    }
  }

  @Test
  void whoStopsWritingByHandLeavesNoOldText() {
    try (RunningIngestion ingestion = RunningIngestion.start(servers)) {
      ingestion.post("/api/sources/office/entities", WRITTEN);
      assertThat(originals(ingestion)).hasSize(1);

      ingestion.post(
          "/api/sources/office/entities",
          """
          {"apiVersion": "backstage.io/v1alpha1", "kind": "Component", "metadata": {"name": "quay"},
           "spec": {"type": "website", "lifecycle": "production", "owner": "pilots"}}""");

      assertThat(originals(ingestion)).isEmpty();
    }
  }

  private static void sync(RunningIngestion ingestion) {
    String sync = ingestion.post("/api/sources/harbour/sync").body().path("sync").asString();
    String path = "/api/sources/harbour/syncs/" + sync;
    await().until(() -> ingestion.get(path).body().path("status").asString().equals("DONE"));
  }

  private static JsonNode originals(RunningIngestion ingestion) {
    return ingestion.get(QUAY + "/originals").body().path("originals");
  }
}
