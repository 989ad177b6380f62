package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Said;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A build asks of every pull request whether its descriptors would be taken. */
@ExtendWith(OnPlatform.class)
class LintJourney {
  @TempDir Path folder;

  @Test
  void aFolderIsJudgedInAllFormsAndNothingOfItIsPublished(Platform platform) throws Exception {
    new Source(platform, "lint-shop").has("lint-web", "lint-old");
    platform.await();
    write("good.json", Source.component("lint-cart"));
    write("changed.json", Source.component("lint-web").replace("\"platform\"", "\"shop\""));
    write("bad-name.json", "[\n" + Source.component("lint cart") + "\n]");
    write("torn.yaml", "kind: Component\nmetadata: {name: [\n");
    Files.write(folder.resolve("latin.yaml"), "a: gr\u00fcn".getBytes(StandardCharsets.ISO_8859_1));
    write("k8s.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: web}\n");
    Map<TopicPartition, Long> published = Topic.ends(platform);

    text(lint(platform, "text"));
    sarif(lint(platform, "sarif"));
    annotations(lint(platform, "github"));

    for (String broken : new String[] {"bad-name.json", "torn.yaml", "latin.yaml"}) {
      Files.delete(folder.resolve(broken));
    }
    clean(platform);
    cannotBeAsked(platform);
    platform.await();
    assertThat(Topic.ends(platform)).isEqualTo(published);
    assertThat(
            platform
                .graphQl()
                .data("{ entity(ref: \"component:default/lint-cart\") { ref } }")
                .at("/entity")
                .isNull())
        .isTrue();
  }

  private void text(Said said) {
    assertThat(said.exitCode()).as(said.text()).isEqualTo(1);
    assertThat(said.text().lines())
        .anyMatch(line -> line.startsWith(folder.resolve("bad-name.json") + ":2: name: "))
        .anyMatch(line -> line.startsWith(folder.resolve("latin.yaml") + ":1: encoding: "))
        .anyMatch(line -> line.startsWith(folder.resolve("torn.yaml") + ":3: yaml: "));
    assertThat(said.text())
        .contains(
            "created  component:default/lint-cart",
            "updated  component:default/lint-web",
            "/spec/owner: platform → shop",
            folder.resolve("k8s.yaml") + ":1  a Kubernetes manifest, v1 Service")
        .endsWith(
            "6 files as a part of what the source lint-shop says: 1 created, 1 updated, 0 deleted,"
                + " 0 unchanged, 3 rejected, 1 passed over.\n");
  }

  private void sarif(Said said) {
    assertThat(said.exitCode()).as(said.text()).isEqualTo(1);
    JsonNode log = JsonMapper.shared().readTree(said.text());
    assertThat(log.path("version").asString()).isEqualTo("2.1.0");
    assertThat(log.at("/runs/0/tool/driver/version").asString()).isEqualTo("0.1.0-SNAPSHOT");
    assertThat(log.at("/runs/0/results"))
        .extracting(result -> result.path("ruleId").asString())
        .containsExactly("name", "encoding", "yaml");
    assertThat(
            log.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asString())
        .endsWith("/bad-name.json");
  }

  private void annotations(Said said) {
    assertThat(said.exitCode()).as(said.text()).isEqualTo(1);
    assertThat(said.text().lines().filter(line -> line.startsWith("::error "))).hasSize(3);
    assertThat(said.text())
        .contains("::error file=" + folder.resolve("torn.yaml") + ",line=3,title=yaml::");
  }

  private void clean(Platform platform) {
    for (String format : new String[] {"text", "sarif", "github"}) {
      Said said = lint(platform, format);
      assertThat(said.exitCode()).as(said.text()).isZero();
    }
    // All that the source says: it would speak of the old one no more.
    Said full = lint(platform, "text", "--full");
    assertThat(full.text()).contains("deleted  component:default/lint-old");
    // A source that nobody has heard of, and of which nobody hears by this.
    Said unknown = lint(platform, "text", "--source", "lint-unheard-of");
    assertThat(unknown.exitCode()).as(unknown.text()).isZero();
    URI ingestion = platform.http(Part.INGESTION_SERVICE);
    assertThat(Http.get(ingestion.resolve("/api/sources/lint-unheard-of")).status()).isEqualTo(404);
  }

  private void cannotBeAsked(Platform platform) {
    assertThat(lint(platform, "xml").exitCode()).isEqualTo(2);
    assertThat(platform.portolan("lint", folder.resolve("nothing").toString()).exitCode())
        .isEqualTo(2);
    Said away = lint(platform, "text", "--url", "http://127.0.0.1:1");
    assertThat(away.exitCode()).isEqualTo(2);
    assertThat(away.text()).contains("./portolan up");
  }

  private Said lint(Platform platform, String format, String... more) {
    List<String> arguments = new ArrayList<>(List.of(folder.toString(), "--format", format));
    arguments.addAll(List.of(more));
    if (!arguments.contains("--source")) {
      arguments.addAll(List.of("--source", "lint-shop"));
    }
    return platform.portolan("lint", arguments.toArray(String[]::new));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
