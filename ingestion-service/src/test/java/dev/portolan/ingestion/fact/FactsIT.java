package dev.portolan.ingestion.fact;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.portolan.events.FactChanged;
import dev.portolan.ingestion.Descriptors;
import dev.portolan.ingestion.EntityRecords;
import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.stack.junit.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.transaction.support.TransactionTemplate;
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
  void ofManyWhoAddAtOnceNothingIsLostAndNoneWaitsForTheOther() throws Exception {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Reply>> replies = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        List<String> said = new ArrayList<>();
        for (String entity : List.of("busy-a", "busy-b", "busy-c")) {
          said.add(fact(entity, "deployments", "'add':[" + deployment(i) + "]"));
        }
        // Each in another order, so that rows that were locked as they come would lock crosswise.
        String body = String.join("", i % 2 == 0 ? said : said.reversed());
        replies.add(all.submit(() -> push("source-" + body.length() % 3, body)));
      }
      for (Future<Reply> each : replies) {
        assertThat(counts(each.get())).containsExactly(3, 0, 0, 3);
      }
    }

    for (String entity : List.of("busy-a", "busy-b", "busy-c")) {
      assertThat(
              facts(entity)
                  .path(0)
                  .path("value")
                  .valueStream()
                  .map(each -> each.path("id").asString()))
          .containsExactlyElementsOf(IntStream.range(0, 200).mapToObj(i -> "d-" + i).toList());
      assertThat(ingestion.factRecords("component:default/" + entity + "|"))
          .extracting(record -> EntityRecords.value(record).path("version").asInt())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 200).boxed().toList());
    }
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
  void aRequestThatIsCutDownHalfwayIsFinishedWhenItIsSentAgain() throws Exception {
    String body =
        IntStream.range(0, 250)
            .mapToObj(i -> fact("cut-" + (100 + i), "ci", "'value':" + i))
            .collect(joining());
    push("cut", fact("cut-349", "ci", "'value':'first'"));
    var locked = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    CompletableFuture<Void> holder =
        CompletableFuture.runAsync(() -> holdTheLast(locked, over), Thread::startVirtualThread);
    locked.await();
    Future<Reply> reply =
        CompletableFuture.supplyAsync(() -> push("cut", body), Thread::startVirtualThread);
    await().until(FactsIT::terminateWhoeverWaits);
    assertThat(reply.get().status()).isGreaterThanOrEqualTo(500);
    over.countDown();
    holder.join();

    assertThat(counts(push("cut", body))).containsExactly(50, 200, 0, 50);
    assertThat(counts(push("cut", body))).containsExactly(0, 250, 0, 0);
    assertThat(ingestion.factRecords("component:default/cut-").stream().map(ConsumerRecord::key))
        .as("each once, and that which was there before twice")
        .hasSize(251)
        .containsAll(
            IntStream.range(100, 350).mapToObj(i -> "component:default/cut-" + i + "|ci").toList());
  }

  @Test
  void factsOutliveARestart() {
    String said = fact("restart", "deployments", "'add':[" + deployment(1) + "]");
    push("restart", said);
    ingestion.restart();

    assertThat(counts(push("restart", said))).containsExactly(0, 1, 0, 0);
    push("restart", fact("restart", "deployments", "'add':[" + deployment(2) + "]"));
    assertThat(facts("restart").path(0).path("version").asInt()).isEqualTo(2);
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

  private static void holdTheLast(CountDownLatch locked, CountDownLatch over) {
    ingestion
        .bean(TransactionTemplate.class)
        .executeWithoutResult(
            _ -> {
              ingestion
                  .database()
                  .sql("select 1 from fact where entity = 'component:default/cut-349' for update")
                  .query()
                  .listOfRows();
              locked.countDown();
              try {
                over.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** Ends the session that waits for a row, as a crash of the service would. */
  private static boolean terminateWhoeverWaits() {
    return !ingestion
        .database()
        .sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'
            """)
        .query()
        .listOfRows()
        .isEmpty();
  }

  private static Reply push(String source, String body) {
    return ingestion.post("/api/sources/" + source.replace(" ", "%20") + "/facts", body);
  }

  /** A line in JSON, of apostrophes. */
  private static String fact(String entity, String fact, String rest) {
    return "{'entity':'component:%s','fact':'%s',%s}\n"
        .formatted(entity, fact, rest)
        .replace('\'', '"');
  }

  private static String deployment(int number) {
    return "{'id':'d-%d','at':'2026-11-27T%02d:%02d:00Z','failed':false}"
        .formatted(number, number / 60, number % 60);
  }

  /** Accepted, unchanged, rejected, and of unknown entities. */
  private static List<Integer> counts(Reply reply) {
    JsonNode body = reply.body();
    return List.of(
        body.path("accepted").asInt(-1),
        body.path("unchanged").asInt(-1),
        body.path("rejected").size(),
        body.path("unknownEntities").asInt(-1));
  }

  private static JsonNode facts(String entity) {
    return ingestion
        .get("/api/entities/component/default/" + entity + "/facts")
        .body()
        .path("facts");
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
