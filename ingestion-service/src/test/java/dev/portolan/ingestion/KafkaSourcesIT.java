package dev.portolan.ingestion;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A topic of a team's own as a source, from a record there to the catalog here. */
class KafkaSourcesIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final String PASSWORD = "hush-hush";

  private static RunningIngestion ingestion;
  private static Sources sources;

  private TeamTopic topic;

  @BeforeAll
  static void start(@TempDir Path secrets) throws IOException {
    Files.writeString(secrets.resolve("PORTOLAN_DATABASE_TEAM"), PASSWORD);
    ingestion =
        RunningIngestion.start(
            servers,
            "--portolan.adapters.database-inside-hosts=localhost,127.0.0.1",
            "--portolan.adapters.database-secrets=PORTOLAN_DATABASE_TEAM=" + servers.kafka(),
            "--portolan.adapters.database-secrets-folder=" + secrets);
    sources = new Sources(ingestion);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @BeforeEach
  void makeTheTopic() {
    topic = new TeamTopic(servers);
  }

  @AfterEach
  void leave() {
    sources.leaveAll();
    topic.close();
  }

  @Test
  void theNewestOfEachKeyIsReadAndThenEveryRecordIsHeard() {
    topic.runs("shop", 5_000);
    topic.runs("shop-7", "Newer");
    topic.stops("shop-8");
    source("shop");
    sources.awaitFollowed("shop");
    assertThat(sources.spokenOf("shop")).isEqualTo(4_999);
    assertThat(description("shop-7")).isEqualTo("Newer");
    assertThat(description("shop-9")).isEqualTo("Old");

    topic.runs("shop-7", "Newest");
    awaitDescription("shop-7", "Newest");
    topic.runs("shop-new", "New");
    awaitDescription("shop-new", "New");
    topic.stops("shop-9");
    await().untilAsserted(() -> assertThat(isThere("shop-9")).isFalse());
    assertThat(sources.spokenOf("shop")).isEqualTo(4_999);
    assertThat(sources.fullSyncs("shop")).isEqualTo(1);
  }

  @Test
  void whatIsWrittenWhileNobodyListensIsInTheCatalogAfterwards() {
    topic.runs("night", 20);
    source("night");
    sources.awaitFollowed("night");

    ingestion.restart(
        () -> {
          topic.runs("night-3", "At night");
          topic.stops("night-4");
        });

    await()
        .untilAsserted(
            () -> {
              assertThat(description("night-3")).isEqualTo("At night");
              assertThat(isThere("night-4")).isFalse();
            });
  }

  @Test
  void aRecordThatCannotBeTakenIsToldWithItsPlaceAndTheNextIsTaken() {
    topic.runs("rule", 3);
    source("rule");
    sources.awaitFollowed("rule");

    String noJson = topic.write("rule-1", "{\"owner\": ");
    String failing = topic.write("rule-2", "{\"owner\": \"a\", \"description\": {}}");
    String rejected = topic.write("rule-3", "{\"owner\": \"Not a team!\"}");
    topic.runs("rule-4", "Good");

    awaitDescription("rule-4", "Good");
    await()
        .untilAsserted(
            () -> assertThat(sources.problems("rule")).contains(noJson, failing, rejected));
    assertThat(description("rule-1")).isEqualTo("Old");
    assertThat(description("rule-2")).isEqualTo("Old");
    assertThat(description("rule-3")).isEqualTo("Old");
    assertThat(sources.sync("rule").toString()).contains(noJson, failing, rejected);
  }

  @Test
  void aTopicOfWhichMuchIsDeletedWaitsForAPerson() {
    topic.runs("gone", 40);
    source("gone");
    sources.awaitFollowed("gone");

    for (int i = 6; i <= 40; i++) {
      topic.stops("gone-" + i);
    }

    sources.awaitHeld("gone");
    assertThat(sources.spokenOf("gone")).isGreaterThanOrEqualTo(30);
    sources.approveUntilLeft("gone", 5);
  }

  @Test
  void aTopicOfWhichALittleIsDeletedAgainAndAgainWaitsForAPersonToo() {
    topic.runs("few", 40);
    source("few");
    sources.awaitFollowed("few");

    IntStream.rangeClosed(1, 10).forEach(i -> topic.stops("few-" + i));
    await().untilAsserted(() -> assertThat(sources.spokenOf("few")).isEqualTo(30));
    ingestion.restart(() -> topic.stops("few-11"));

    sources.awaitHeld("few");
    assertThat(sources.spokenOf("few")).isEqualTo(30);
    sources.approveUntilLeft("few", 29);
  }

  @Test
  void aTopicThatIsClearedIsReadWholeAndRetractsNothing() {
    topic.runs("cut", 15);
    source("cut");
    sources.awaitFollowed("cut");

    topic.clear();

    await().untilAsserted(() -> assertThat(sources.fullSyncs("cut")).isEqualTo(2));
    assertThat(sources.spokenOf("cut")).isEqualTo(15);
    topic.runs("cut-3", "After");
    awaitDescription("cut-3", "After");
  }

  @Test
  void aTopicThatIsAwayIsToldAndOneThatComesBackIsFollowedAgain() {
    topic.runs("away", 15);
    source("away");
    sources.awaitFollowed("away");

    topic.remove();

    sources.awaitState("away", "FAILING");
    assertThat(sources.problem("away")).contains("has no topic " + topic.name());
    JsonNode sync = sources.sync("away");
    assertThat(sync.path("status").asString()).isEqualTo("FAILED");
    assertThat(sync.path("notes").toString()).contains("has no topic " + topic.name());
    assertThat(sources.spokenOf("away")).isEqualTo(15);

    topic.make();
    topic.runs("away-1", "Back");
    sources.awaitFollowed("away");
    assertThat(description("away-1")).isEqualTo("Back");
    assertThat(sources.spokenOf("away")).isEqualTo(15);
  }

  @Test
  void aKafkaThatLetsNobodyInIsToldWithoutThePassword() {
    sources.put(
        "locked",
        source(
            servers.kafka(),
            """
            "security": {"protocol": "SASL_PLAINTEXT", "mechanism": "PLAIN", "user": "sam",
                         "secret": "PORTOLAN_DATABASE_TEAM"},"""));

    sources.awaitState("locked", "FAILING");
    assertThat(sources.problem("locked"))
        .contains(servers.kafka(), "lets nobody in by this user")
        .doesNotContain(PASSWORD);
    JsonNode sync = sources.sync("locked");
    assertThat(sync.path("status").asString()).isEqualTo("FAILED");
    assertThat(sync.toString()).contains("lets nobody in").doesNotContain(PASSWORD);
  }

  private void source(String name) {
    sources.put(name, source(servers.kafka(), ""));
  }

  private String source(String bootstrapServers, String security) {
    return """
    {"adapter": "kafka", "configuration": {
      "bootstrapServers": "%s", "topic": "%s", %s
      "mapping": [{"entity": {
        "kind": "\\"Component\\"",
        "metadata": {"name": ".key", "description": ".value.description + \\"\\""},
        "spec": {"type": "\\"service\\"", "lifecycle": "\\"production\\"", "owner": ".value.owner"}}}]}}"""
        .formatted(bootstrapServers, topic.name(), security);
  }

  private static void awaitDescription(String name, String description) {
    await().untilAsserted(() -> assertThat(description(name)).isEqualTo(description));
  }

  private static String description(String name) {
    return sources.component(name).path("description").asString("");
  }

  private static boolean isThere(String name) {
    return sources.component(name).isObject();
  }
}
