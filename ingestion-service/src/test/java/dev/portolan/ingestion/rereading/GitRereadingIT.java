package dev.portolan.ingestion.rereading;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.stack.junit.LocalServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Git repositories that are read again; each test has a source of its own. */
class GitRereadingIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  @TempDir private static Path folder;
  private static RunningIngestion ingestion;

  private final Map<String, String> files = new TreeMap<>();

  @BeforeAll
  static void start() {
    ingestion = RunningIngestion.start(servers, "--portolan.adapters.folders=" + folder);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @Test
  void ofTwoThousandDescriptorsTheOneThatACommitChangesIsReadAndThenNone() {
    GitRepository repository = repository("many");
    teams("many", 2_000);
    repository.commit(files);
    JsonNode first = sync("many");
    files.put("many-1234.yaml", team("many-1234", "new"));
    repository.commit(files);
    JsonNode second = sync("many");
    JsonNode third = sync("many");

    assertThat(counts(first)).containsExactly(2_000L, 0L, 2_000L, 0L);
    assertThat(counts(second)).containsExactly(1L, 1_999L, 1L, 1_999L);
    assertThat(counts(third)).containsExactly(0L, 2_000L, 0L, 2_000L);
    assertThat(newest("many").path("filesUnchanged").asLong()).isEqualTo(2_000);
    assertThat(ingestion.records("group:default/many-")).hasSize(2_001);
  }

  @Test
  void anotherInstanceGoesOnWithWhatIsRemembered() {
    GitRepository repository = repository("restarted");
    teams("restarted", 20);
    repository.commit(files);
    sync("restarted");
    ingestion.restart();
    files.put("restarted-3.yaml", team("restarted-3", "new"));
    repository.commit(files);

    assertThat(counts(sync("restarted"))).containsExactly(1L, 19L, 1L, 19L);
  }

  @Test
  void whatSomebodyElseRetractedIsSaidAgainThoughNoFileChanged() {
    GitRepository repository = repository("retracted");
    teams("retracted", 20);
    repository.commit(files);
    sync("retracted");
    ingestion.delete("/api/sources/retracted/entities/group:default/retracted-7");
    assertThat(exists("retracted-7")).isFalse();

    JsonNode second = sync("retracted");

    assertThat(counts(second)).containsExactly(1L, 19L, 1L, 19L);
    assertThat(exists("retracted-7")).isTrue();
  }

  @Test
  void aSyncThatIsHeldIsHeldAgainUntilItIsApproved() {
    GitRepository repository = repository("held");
    teams("held", 40);
    repository.commit(files);
    sync("held");
    files.keySet().removeIf(file -> file.matches("held-1.*"));
    repository.commit(files);
    JsonNode held = sync("held");
    JsonNode again = sync("held");
    ingestion.post("/api/sources/held/syncs/" + again.path("sync").asString() + "/reject");
    JsonNode third = sync("held");

    for (JsonNode each : List.of(held, again, third)) {
      assertThat(each.path("status").asString()).isEqualTo("HELD");
      assertThat(each.path("wouldRetract").path("total").asInt()).isEqualTo(11);
      assertThat(each.path("filesRead").asInt()).isZero();
    }
    assertThat(exists("held-11")).isTrue();
    ingestion.post("/api/sources/held/syncs/" + third.path("sync").asString() + "/approve");
    assertThat(exists("held-11")).isFalse();
    assertThat(sync("held").path("status").asString()).isEqualTo("DONE");
  }

  @Test
  void aHeldPushInTheSourcesNameIsMadeMootThoughNoFileChanged() {
    GitRepository repository = repository("pushed");
    teams("pushed", 40);
    repository.commit(files);
    sync("pushed");
    String some = String.join("---\n", List.copyOf(files.values()).subList(0, 20));
    Reply push = ingestion.post("/api/sources/pushed/entities?mode=full", some);
    assertThat(push.body().path("held").asBoolean()).isTrue();

    JsonNode second = sync("pushed");

    assertThat(counts(second)).containsExactly(0L, 40L, 0L, 40L);
    String path = "/api/sources/pushed/syncs/" + push.body().path("sync").asString();
    assertThat(ingestion.get(path).body().path("status").asString()).isEqualTo("REJECTED");
  }

  @Test
  void aFileThatIsBrokenIsListedByEverySyncUntilItIsMended() {
    GitRepository repository = repository("broken");
    teams("broken", 5);
    files.put("bad.yaml", "kind: [Group\n");
    files.put("rule.yaml", team("has space", "a"));
    repository.commit(files);
    JsonNode first = sync("broken");
    files.remove("broken-4.yaml");
    repository.commit(files);
    JsonNode second = sync("broken");
    files.put("bad.yaml", team("broken-bad", "a"));
    files.remove("rule.yaml");
    repository.commit(files);
    JsonNode third = sync("broken");

    assertThat(first.path("status").asString()).isEqualTo("FAILED");
    assertThat(second.path("status").asString()).isEqualTo("FAILED");
    assertThat(second.path("filesRead").asInt()).isZero();
    assertThat(second.path("problems").size()).isGreaterThan(1);
    assertThat(second.path("problems")).isEqualTo(first.path("problems"));
    assertThat(second.path("notes")).isEqualTo(first.path("notes"));
    assertThat(exists("broken-3")).isTrue();
    assertThat(third.path("status").asString()).isEqualTo("DONE");
    assertThat(third.path("filesRead").asInt()).isEqualTo(1);
    assertThat(third.path("problems")).isEmpty();
    assertThat(third.path("retracted").asInt()).isEqualTo(1);
    assertThat(exists("broken-4")).isFalse();
  }

  @Test
  void anotherConfigurationHasEverythingRead() {
    GitRepository repository = repository("configured");
    teams("configured", 20);
    repository.commit(files);
    sync("configured");
    configure("configured", repository, ", \"files\": [\"**/*.yaml\"]");

    assertThat(counts(sync("configured"))).containsExactly(20L, 0L, 0L, 20L);
  }

  @Test
  void fromCommitToCommitItComesToTheSameAsReadingAll() {
    GitRepository repository = repository("clever");
    configure("plain", repository, "");
    RandomTree tree = new RandomTree(new Random(7));
    for (int commit = 0; commit < 15; commit++) {
      tree.commit();
      repository.commit(tree.files);
      for (String table : List.of("file_reading", "source_revision")) {
        ingestion.database().sql("delete from " + table + " where source = 'plain'").update();
      }

      JsonNode plain = sync("plain");
      JsonNode clever = sync("clever");

      for (String field : List.of("status", "rejected", "retracted", "problems", "notes")) {
        assertThat(clever.path(field)).as("%s, %d", field, commit).isEqualTo(plain.path(field));
      }
      // What one source says first is nothing new from the other.
      assertThat(taken(clever)).as("taken, %d", commit).isEqualTo(taken(plain));
      assertThat(said("clever")).as("said, %d", commit).isEqualTo(said("plain"));
    }
    long remembered =
        ingestion
            .database()
            .sql("select sum(files_unchanged) from sync where source = 'clever'")
            .query(Long.class)
            .single();
    assertThat(remembered).isGreaterThan(50);
  }

  private static long taken(JsonNode sync) {
    return sync.path("accepted").asLong() + sync.path("unchanged").asLong();
  }

  private static List<String> said(String source) {
    return ingestion
        .database()
        .sql("select ref || ' ' || hash as said from observation where source = ? order by ref")
        .param(source)
        .query((row, _) -> row.getString("said"))
        .list();
  }

  private static GitRepository repository(String source) {
    GitRepository repository = new GitRepository(folder.resolve(source));
    configure(source, repository, "");
    return repository;
  }

  private static void configure(String source, GitRepository repository, String more) {
    Reply reply =
        ingestion.put(
            "/api/sources/" + source,
            """
            {"adapter": "git", "configuration": {"url": "%s"%s}}"""
                .formatted(repository.url(), more));
    assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 201);
  }

  /** Runs a sync to its end, and answers with it. */
  private static JsonNode sync(String source) {
    String id = ingestion.post("/api/sources/" + source + "/sync").body().path("sync").asString();
    String path = "/api/sources/" + source + "/syncs/" + id;
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !ingestion.get(path).body().path("status").asString().equals("RUNNING"));
    return ingestion.get(path).body();
  }

  private static JsonNode newest(String source) {
    return ingestion.get("/api/sources/" + source + "/syncs?first=1").body().path("syncs").path(0);
  }

  private static List<Long> counts(JsonNode sync) {
    return List.of("filesRead", "filesUnchanged", "accepted", "unchanged").stream()
        .map(field -> sync.path(field).asLong(-1))
        .toList();
  }

  private static boolean exists(String name) {
    return ingestion.get("/api/entities/group/default/" + name).status() == 200;
  }

  private void teams(String prefix, int count) {
    for (int i = 0; i < count; i++) {
      files.put(prefix + "-" + i + ".yaml", team(prefix + "-" + i, "a"));
    }
  }

  private static String team(String name, String description) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Group
    metadata: {name: %s, description: %s}
    spec: {type: team, children: []}
    """
        .formatted(name, description);
  }
}
