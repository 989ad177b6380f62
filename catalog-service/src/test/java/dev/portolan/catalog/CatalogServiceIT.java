package dev.portolan.catalog;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.deleted;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.catalog.EntityFixtures.relation;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.NEO4J;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.events.Topics;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** From the topic through Neo4j to HTTP; each test has entities in a namespace of its own. */
class CatalogServiceIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, NEO4J);

  private static TestingTunnel neo4j;
  private static RunningCatalog catalog;

  @BeforeAll
  static void start() {
    servers.emptyNeo4j();
    neo4j = new TestingTunnel(servers.neo4jUri());
    catalog = RunningCatalog.start(servers, neo4j.uri());
  }

  @AfterAll
  static void stop() throws IOException {
    catalog.close();
    neo4j.close();
  }

  @Test
  void aRelationToNothingDanglesUntilItsTargetAppears() {
    catalog.say(changed("component:dangling/checkout", 1, dependsOn("component:dangling/orders")));
    catalog.hasCaughtUp();
    assertThat(relations("component:dangling/checkout").path(0).path("dangling").asBoolean())
        .isTrue();
    assertThat(catalog.get("/api/entities/component/dangling/orders").path("status").asInt())
        .isEqualTo(404);

    catalog.say(changed("component:dangling/orders", 1));
    catalog.hasCaughtUp();

    assertThat(relations("component:dangling/checkout").path(0).path("dangling").asBoolean())
        .isFalse();
    assertThat(catalog.get("/api/entities/component/dangling/orders").path("version").asLong())
        .isEqualTo(1);
  }

  @Test
  void aPoisonedRecordIsSetAsideWithItsReasonAndTheStreamGoesOn() {
    catalog.say(changed("component:poison/before", 1));
    catalog.say("component:poison/bad", "{\"ref\":".getBytes(UTF_8), Map.of("ce_id", "42"));
    catalog.say("component:poison/gone", null, Map.of());
    catalog.say(changed("component:poison/blank", 1, relation("", "component:poison/before")));
    catalog.say(changed("component:poison/after", 1));
    catalog.hasCaughtUp();

    assertThat(names("poison")).containsExactly("after", "before");
    List<ConsumerRecord<String, String>> letters = deadLetters("poison", 2);
    assertThat(letters)
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrder("component:poison/bad", "component:poison/blank");
    ConsumerRecord<String, String> bad =
        letters.stream().filter(letter -> letter.key().endsWith("/bad")).findFirst().orElseThrow();
    assertThat(bad.value()).isEqualTo("{\"ref\":");
    assertThat(header(bad, "ce_id")).isEqualTo("42");
    assertThat(header(bad, "portolan_reason")).contains("is not an entity change");
    assertThat(header(bad, "portolan_topic")).isEqualTo(catalog.topic());
    assertThat(header(bad, "portolan_partition")).matches("[0-3]");
    assertThat(header(bad, "portolan_offset")).matches("[0-9]+");
  }

  @Test
  void aPoisonedRecordAsLargeAsTheTopicAllowsIsSetAsideToo() {
    byte[] value = new byte[8 * 1024 * 1024 - 1024];
    Arrays.fill(value, (byte) 'x');
    catalog.say("component:large/bad", value, Map.of());
    catalog.say(changed("component:large/after", 1));
    catalog.hasCaughtUp();

    assertThat(deadLetters("large", 1))
        .singleElement()
        .satisfies(letter -> assertThat(letter.serializedValueSize()).isEqualTo(value.length));
    assertThat(names("large")).containsExactly("after");
  }

  @Test
  void nothingIsLostWhenNeo4jDiesInTheMiddleAndComesBack() {
    int entities = 3_000;
    for (int i = 0; i < entities; i++) {
      catalog.say(
          changed("component:crash/e" + i, 1, dependsOn("component:crash/e" + (i + 1) % entities)));
      if (i == entities / 2) {
        await().until(() -> catalog.get("/api/lag").path("records").asLong() < entities / 2);
        neo4j.cut();
      }
    }
    assertThat(catalog.post("/api/entities/query", "{}").path("status").asInt())
        .as("a question while Neo4j is away")
        .isEqualTo(503);
    neo4j.open();
    catalog.hasCaughtUp();

    JsonNode page =
        catalog.post("/api/entities/query", "{\"filter\":{\"namespace\":[\"crash\"]},\"first\":1}");
    assertThat(page.path("total").asInt()).isEqualTo(entities);
    JsonNode impact =
        catalog.post("/api/impact", "{\"ref\":\"component:crash/e0\",\"maxDepth\":100}");
    assertThat(impact.path("total").asInt()).isEqualTo(100);
    assertThat(impact.path("complete").asBoolean()).isFalse();
    assertThat(impact.path("incompleteReason").asString()).contains("maxDepth 100");
  }

  @Test
  void aVersionThatHasNotArrivedIsWaitedForAndItsAbsenceSaid() {
    catalog.say(changed("component:fresh/a", 1));
    assertThat(catalog.get("/api/entities/component/fresh/a?minVersion=1").path("version").asLong())
        .isEqualTo(1);

    JsonNode late = catalog.get("/api/entities/component/fresh/a?minVersion=2");

    assertThat(late.path("version").asLong()).isEqualTo(1);
    assertThat(late.path("stale").asBoolean()).isTrue();
  }

  @Test
  void aDeletedEntityIsGoneAndWhatPointsAtItDangles() {
    catalog.say(changed("component:gone/a", 1, dependsOn("component:gone/b")));
    catalog.say(changed("component:gone/b", 1));
    catalog.say(deleted("component:gone/b", 2));
    catalog.hasCaughtUp();

    assertThat(names("gone")).containsExactly("a");
    assertThat(relations("component:gone/a").path(0).path("dangling").asBoolean()).isTrue();
    JsonNode impact = catalog.post("/api/impact", "{\"ref\":\"component:gone/b\"}");
    assertThat(impact.path("entities").path(0).path("ref").asString())
        .isEqualTo("component:gone/a");
  }

  @Test
  void relationsAreSeenFromBothSidesWhoeverDeclaresThem() {
    catalog.say(
        changed("group:sides/team", 1, relation("hasMember", "user:sides/ann")),
        changed("user:sides/ann", 1, relation("memberOf", "group:sides/team")));
    catalog.hasCaughtUp();

    assertThat(relations("user:sides/ann")).hasSize(1);
    JsonNode member = relations("group:sides/team").path(0);
    assertThat(member.path("type").asString()).isEqualTo("hasMember");
    assertThat(member.path("direction").asString()).isEqualTo("IN");
    assertThat(
            catalog
                .post(
                    "/api/relations/batch",
                    """
                    {"queries":[{"ref":"group:sides/team","type":"hasMember"},
                                {"ref":"group:sides/team","type":"memberOf","direction":"OUT"}]}
                    """)
                .path("results"))
        .extracting(page -> page.path("total").asInt())
        .containsExactly(1, 0);
  }

  private static JsonNode relations(String ref) {
    return catalog
        .post("/api/relations/batch", "{\"queries\":[{\"ref\":\"" + ref + "\"}]}")
        .path("results")
        .path(0)
        .path("relations");
  }

  private static List<String> names(String namespace) {
    List<String> names = new ArrayList<>();
    catalog
        .post("/api/entities/query", "{\"filter\":{\"namespace\":[\"" + namespace + "\"]}}")
        .path("entities")
        .forEach(entity -> names.add(entity.path("name").asString()));
    return names;
  }

  private static List<ConsumerRecord<String, String>> deadLetters(String namespace, int count) {
    List<ConsumerRecord<String, String>> letters = new ArrayList<>();
    TopicPartition partition =
        new TopicPartition(Topics.deadLetters(catalog.topic(), "catalog-service"), 0);
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers.kafka()),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      await()
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(100))
                    .forEach(
                        letter -> {
                          if (letter.key().contains(":" + namespace + "/")) {
                            letters.add(letter);
                          }
                        });
                return letters.size() >= count;
              });
    }
    return letters;
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }
}
