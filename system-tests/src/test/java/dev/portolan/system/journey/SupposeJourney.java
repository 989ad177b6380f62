package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import dev.portolan.system.platform.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Somebody asks before a pull request is merged, and afterwards what it did. */
@ExtendWith(OnPlatform.class)
class SupposeJourney {

  @Test
  void whatADocumentWouldChangeIsForetoldAndThenIsSo(Platform platform) {
    Source source = new Source(platform, "suppose");
    source.has("suppose-db", "suppose-other");
    source.push(dependingOn("suppose-web", "suppose-db"));
    platform.await();

    JsonNode whatIf = whatIf(platform, dependingOn("suppose-web", "suppose-other"));

    assertThat(whatIf.at("/changes/0/ref").asString()).isEqualTo("component:default/suppose-web");
    assertThat(whatIf.at("/lost/steps/0/dependency").asString())
        .isEqualTo("component:default/suppose-db");
    assertThat(whatIf.at("/gained/steps/0/dependency").asString())
        .isEqualTo("component:default/suppose-other");
    assertThat(total(platform, "suppose-db")).isEqualTo(1);

    source.push(dependingOn("suppose-web", "suppose-other"));
    platform.await();
    assertThat(total(platform, "suppose-db")).isZero();
    assertThat(total(platform, "suppose-other")).isEqualTo(1);
  }

  @Test
  void theCommandTellsItBeforeItIsMerged(Platform platform, @TempDir Path proposed)
      throws IOException {
    platform.await();
    String ordering =
        Files.readString(
            Repository.root().resolve("samples/organisation/ordering/catalog-info.yaml"));
    Files.writeString(
        proposed.resolve("catalog-info.yaml"),
        ordering.replace("resource:orders-db, component:payment-service,", "resource:orders-db,"));
    Said told =
        platform.portolan(
            "what-if", proposed.toString(), "--source", "sample", "--format", "markdown");

    assertThat(told.exitCode()).as(told.text()).isZero();
    assertThat(told.text())
        .contains(
            "1 entity would change: 1 updated.",
            "| `component:default/order-service` | `component:default/payment-service` |");
  }

  @Test
  void whatWouldMoveAScorecardIsForetold(Platform platform) {
    JsonNode whatIf = whatIf(platform, Source.component("suppose-new"));

    assertThat(whatIf.path("scorecards").findValuesAsString("scorecardRef"))
        .contains("scorecard:default/production-readiness");
  }

  @Test
  void whatChangedAroundAnEntityIsListedAndWhatWasDeletedComesBack(Platform platform) {
    Source source = new Source(platform, "suppose-gone");
    Instant before = Instant.now();
    source.has("suppose-gone");
    Http.delete(
        platform.entitiesOf("suppose-gone").resolve("entities/component:default/suppose-gone"));
    platform.await();

    JsonNode changes =
        ask(
            platform,
            """
            query($from: DateTime!, $to: DateTime!) {
              changes(from: $from, to: $to, ref: "component:default/suppose-gone") {
                totalCount nodes { change } }
              deleted(kind: "Component", first: 1) { nodes { ref } } }""",
            Map.of("from", before.toString(), "to", Instant.now().toString()));
    assertThat(changes.at("/changes/nodes").findValuesAsString("change"))
        .contains("DELETED", "CREATED");
    assertThat(changes.at("/deleted/nodes/0/ref").asString())
        .isEqualTo("component:default/suppose-gone");

    JsonNode restored =
        ask(
            platform,
            "mutation { restore(ref: \"component:default/suppose-gone\") { ref version } }",
            Map.of());
    assertThat(restored.at("/restore/version").asInt()).isEqualTo(3);
    platform.await();
    assertThat(
            platform
                .graphQl()
                .data("{ entity(ref: \"component:default/suppose-gone\") { version } }")
                .at("/entity/version")
                .asInt())
        .isEqualTo(3);
  }

  private static JsonNode whatIf(Platform platform, String documents) {
    return ask(
            platform,
            """
            query($documents: String!) {
              whatIf(source: "suppose", documents: $documents) {
                changes { ref } lost { steps { ref dependency } } gained { steps { ref dependency } }
                impact { total } appearing { kind ref }
                scorecards { scorecardRef ref after { level } } } }""",
            Map.of("documents", documents))
        .path("whatIf");
  }

  private static JsonNode ask(Platform platform, String query, Map<String, ?> variables) {
    JsonNode answer = platform.graphQl().answer(query, variables);
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    return answer.path("data");
  }

  private static int total(Platform platform, String name) {
    return platform
        .graphQl()
        .data("{ impact(ref: \"component:default/%s\") { total } }".formatted(name))
        .at("/impact/total")
        .asInt();
  }

  private static String dependingOn(String name, String dependency) {
    return Source.component(name)
        .replace("\"owner\"", "\"dependsOn\":[\"component:default/" + dependency + "\"],\"owner\"");
  }
}
