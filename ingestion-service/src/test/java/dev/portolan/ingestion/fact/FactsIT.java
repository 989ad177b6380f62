package dev.portolan.ingestion.fact;

import static dev.portolan.ingestion.fact.FactPushes.counts;
import static dev.portolan.ingestion.fact.FactPushes.deployment;
import static dev.portolan.ingestion.fact.FactPushes.fact;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.events.FactChanged;
import dev.portolan.ingestion.Descriptors;
import dev.portolan.ingestion.EntityRecords;
import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From HTTP through PostgreSQL to the topic of facts; each test has entities of its own. */
class FactsIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static RunningIngestion ingestion;

  @BeforeAll
  static void start() {
    ingestion = RunningIngestion.start(servers);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @Test
  void whatIsSaidIsOnTheTopicWithTheAttributesOfItsEvent() {
    Reply reply =
        push(
            "ci",
            fact(
                "Record",
                "coverage",
                "'value':{'line':81.20},'observedAt':'2026-11-01T09:00:00Z'"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(counts(reply)).containsExactly(1, 0, 0, 1);
    ConsumerRecord<String, String> record = only("component:default/record|");
    assertThat(record.key()).isEqualTo("component:default/record|coverage");
    JsonNode event = EntityRecords.value(record);
    assertThat(event.path("value")).isEqualTo(json("{'line':81.2}"));
    assertThat(event.path("version").asLong()).isEqualTo(1);
    assertThat(event.path("source").asString()).isEqualTo("ci");
    assertThat(event.path("observedAt").asString()).isEqualTo("2026-11-01T09:00:00Z");
    assertThat(JsonMapper.shared().treeToValue(event, FactChanged.class).key())
        .isEqualTo(record.key());
    assertThat(EntityRecords.headers(record))
        .containsEntry("ce_type", "catalog.fact-changed.v1")
        .containsEntry("ce_source", "/portolan/ingestion-service")
        .containsEntry("ce_subject", "component:default/record")
        .containsEntry("ce_time", event.path("committedAt").asString())
        .containsKeys("ce_id", "traceparent");
    assertThat(topicSettings(record.topic()))
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("min.compaction.lag.ms", "604800000");
  }

  @Test
  void whatIsSaidAgainPublishesNothingAndWhatIsOlderChangesNothing() {
    String said =
        fact(
            "again",
            "cost",
            "'value':{'monthly':90,'currency':'EUR'},'observedAt':'2026-11-02T00:00:00Z'");
    push("bills", said);
    Reply again = push("other", said.replace("2026-11-02", "2026-11-04"));
    Reply late =
        push("bills", fact("again", "cost", "'value':7,'observedAt':'2026-11-03T00:00:00Z'"));

    assertThat(counts(again)).containsExactly(0, 1, 0, 0);
    assertThat(counts(late)).containsExactly(0, 1, 0, 0);
    assertThat(ingestion.factRecords("component:default/again|")).hasSize(1);
    JsonNode held = facts("again").path(0);
    assertThat(held.path("source").asString()).isEqualTo("bills");
    assertThat(held.path("value")).isEqualTo(json("{'currency':'EUR','monthly':90}"));
  }

  @Test
  void aWithdrawnFactIsFollowedByATombstoneAndKeepsItsVersion() {
    push("ci", fact("gone", "ci", "'value':true"));
    push("ci", fact("gone", "ci", "'value':null"));
    assertThat(ingestion.get("/api/entities/component/default/gone/facts").status())
        .as("neither an entity nor a fact")
        .isEqualTo(404);
    push("ci", fact("gone", "ci", "'value':true"));

    List<ConsumerRecord<String, String>> records = ingestion.factRecords("component:default/gone|");
    assertThat(records).hasSize(4);
    assertThat(EntityRecords.value(records.get(1)).path("value").isNull()).isTrue();
    assertThat(records.get(2).value()).isNull();
    assertThat(EntityRecords.value(records.get(3)).path("version").asLong()).isEqualTo(3);
    assertThat(facts("gone").path(0).path("version").asLong()).isEqualTo(3);
  }

  @Test
  void withdrawingWhatWasNeverSaidLeavesNothingBehind() {
    assertThat(counts(push("ci", fact("never", "ci", "'value':null")))).containsExactly(0, 1, 0, 0);
    assertThat(
            ingestion
                .database()
                .sql("select count(*) from fact where entity = 'component:default/never'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void badOnesAmongGoodOnesAreToldWithTheirPlaceAndTheOthersTaken() {
    String body =
        fact("mixed", "slo", "'value':{'objective':99.9}")
            + fact("mixed", "lead-time", "'value':1")
            + "\n{'entity':\n".replace('\'', '"')
            + fact("mixed", "coverage", "'value':{'line':1}")
            + fact("mixed", "slo", "'add':[" + deployment(1) + "]");
    Reply reply = push("mixed", body);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(counts(reply)).containsExactly(2, 0, 3, 2);
    assertThat(reply.body().path("rejected"))
        .extracting(
            each -> each.path("index").asInt(),
            each -> each.path("line").asInt(),
            each -> each.path("field").asString(null))
        .containsExactly(tuple(1, 2, "/fact"), tuple(2, 4, null), tuple(4, 6, "/add"));
    assertThat(facts("mixed"))
        .extracting(each -> each.path("fact").asString())
        .containsExactly("coverage", "slo");

    Reply array = push("mixed", "[" + fact("mixed", "a-b", "'value':1") + "]");
    assertThat(array.status()).as("nothing was taken").isEqualTo(422);
    assertThat(array.body().path("rejected").path(0).has("line")).isFalse();
    assertThat(array.body().path("rejected").path(0).path("problem").asString()).contains("'a-b'");
  }

  @Test
  void factsMayComeBeforeTheirEntity() {
    Reply before =
        push("early", fact("early", "ci", "'value':1") + fact("early", "cost", "'value':1"));
    ingestion.post("/api/sources/early/entities", Descriptors.component("early", "team-a"));
    Reply after =
        push("early", fact("early", "ci", "'value':2") + fact("early", "cost", "'value':1"));

    assertThat(counts(before)).containsExactly(2, 0, 0, 2);
    assertThat(counts(after)).containsExactly(1, 1, 0, 0);
    assertThat(ingestion.get("/api/sources/early").status()).isEqualTo(200);
    assertThat(
            ingestion.get("/api/entities/component/default/early").body().path("version").asInt())
        .as("no fact raises the version of an entity")
        .isEqualTo(1);
  }

  @Test
  void anEntityOfWhichNothingIsMeasuredHasNoFacts() {
    ingestion.post("/api/sources/plain/entities", Descriptors.component("plain", "team-a"));

    assertThat(facts("plain")).isEmpty();
    assertThat(ingestion.get("/api/entities/component/default/nobody/facts").status())
        .isEqualTo(404);
  }

  @Test
  void aBodyThatIsTooMuchOrBreaksOffIsRefusedAsAWhole() {
    String good = fact("bounds", "ci", "'value':1");
    Map<String, Integer> bodies =
        Map.of(
            good.repeat(10_001),
            413,
            good + " ".repeat(8 << 20),
            413,
            "[" + good + ",{",
            400,
            "entity: component:bounds",
            400);
    bodies.forEach(
        (body, status) -> {
          Reply reply = push("bounds", body);
          assertThat(reply.status()).isEqualTo(status);
          assertThat(reply.headers().get("content-type"))
              .containsExactly("application/problem+json");
          assertThat(reply.body().path("detail").asString()).endsWith("Nothing of it was taken.");
        });
    assertThat(ingestion.get("/api/entities/component/default/bounds/facts").status())
        .isEqualTo(404);
    assertThat(counts(push("bounds", good.repeat(10_000)))).containsExactly(1, 9_999, 0, 1);
    assertThat(push("a b", good).status()).isEqualTo(400);
  }

  @Test
  void factsAreCounted() {
    push("counted", fact("counted", "ci", "'value':1") + fact("counted", "c-i", "'value':1"));

    assertThat(ingestion.text("/actuator/prometheus"))
        .contains("portolan_ingestion_facts_total{outcome=\"accepted\",source=\"counted\"} 1.0")
        .contains("portolan_ingestion_facts_total{outcome=\"rejected\",source=\"counted\"} 1.0")
        .contains("portolan_ingestion_facts_chunk_seconds_count");
  }

  @Test
  void theExamplesOfThePageAreAnsweredAsItSays() throws IOException {
    String page = Files.readString(Path.of("../docs/facts.md"));
    String sample =
        Files.readString(Path.of("../samples/organisation/storefront/catalog-info.yaml"));
    ingestion.post("/api/sources/sample/entities", sample);
    List<JsonNode> answers =
        Pattern.compile("8081(/api/sources/[a-z]+/facts) [^']*'([^']*)'")
            .matcher(page)
            .results()
            .map(example -> ingestion.post(example.group(1), example.group(2)).body())
            .toList();

    Matcher answer = Pattern.compile("```json\n(.*)\n```").matcher(page);
    assertThat(answer.find()).isTrue();
    assertThat(answers)
        .containsExactly(
            JsonMapper.shared().readTree(answer.group(1)),
            json("{'source':'ci','accepted':1,'unchanged':0,'unknownEntities':0,'rejected':[]}"));
  }

  private static Reply push(String source, String body) {
    return new FactPushes(ingestion).push(source, body);
  }

  private static JsonNode facts(String entity) {
    return new FactPushes(ingestion).facts(entity);
  }

  private static ConsumerRecord<String, String> only(String keys) {
    List<ConsumerRecord<String, String>> records = ingestion.factRecords(keys);
    assertThat(records).hasSize(1);
    return records.getFirst();
  }

  private static Map<String, String> topicSettings(String topic) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.kafka()))) {
      var settings = new HashMap<String, String>();
      admin
          .describeConfigs(List.of(resource))
          .all()
          .toCompletionStage()
          .toCompletableFuture()
          .join()
          .values()
          .forEach(
              config -> config.entries().forEach(each -> settings.put(each.name(), each.value())));
      return settings;
    }
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }
}
