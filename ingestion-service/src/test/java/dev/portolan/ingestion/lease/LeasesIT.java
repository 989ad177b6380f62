package dev.portolan.ingestion.lease;

import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.ingestion.observation.Staleness;
import dev.portolan.stack.junit.LocalServers;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sources that push, with a lease of a day; hours pass by what is stored growing older. */
class LeasesIT {
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
  void whatIsNotPushedAgainIsMarkedOnceAndIsFreshWhenItIs() {
    leased("ci");
    push("ci", "ci-a", "ci-b");
    hoursPass("ci", 23);
    assertThat(push("ci", "ci-a").path("unchanged").asInt()).isEqualTo(1);
    hoursPass("ci", 2);

    assertThat(isStale("ci-a")).isFalse();
    assertThat(isStale("ci-b")).isTrue();
    assertThat(source("ci").path("stale").asInt()).isEqualTo(1);
    hoursPass("ci", 1);
    assertThat(changes("ci-b")).containsExactly("CREATED", "UPDATED");

    assertThat(push("ci", "ci-b").path("accepted").asInt()).isEqualTo(1);
    assertThat(isStale("ci-b")).isFalse();
    hoursPass("ci", 1);
    assertThat(changes("ci-b")).containsExactly("CREATED", "UPDATED", "UPDATED");
    assertThat(changes("ci-a")).containsExactly("CREATED");
  }

  @Test
  void whatIsStaleForAnotherLeaseIsRetracted() {
    leased("gone");
    push("gone", "gone-a", "gone-b");
    hoursPass("gone", 23);
    push("gone", "gone-a");
    hoursPass("gone", 2);
    hoursPass("gone", 10);
    push("gone", "gone-a");
    hoursPass("gone", 13);
    assertThat(exists("gone-b")).isTrue();

    hoursPass("gone", 2);

    assertThat(exists("gone-b")).isFalse();
    assertThat(exists("gone-a")).isTrue();
    JsonNode sync = syncs("gone").getFirst();
    assertThat(sync.path("origin").asString()).isEqualTo("lease");
    assertThat(sync.path("status").asString()).isEqualTo("DONE");
    assertThat(sync.path("retracted").asInt()).isEqualTo(1);
  }

  @Test
  void moreThanThePolicyAllowsIsHeldAndAPersonMayStandInForIt() {
    leased("many");
    String[] all = IntStream.range(0, 12).mapToObj(i -> "many-" + i).toArray(String[]::new);
    push("many", all);
    hoursPass("many", 25);
    assertThat(isStale("many-7")).isTrue();
    hoursPass("many", 25);

    JsonNode brief = syncs("many").getFirst();
    assertThat(brief.path("status").asString()).isEqualTo("HELD");
    push("many", "many-3");
    JsonNode held = sync("many", brief);
    assertThat(held.path("wouldRetract").path("total").asInt()).isEqualTo(11);
    ingestion.post("/api/sources/many/syncs/" + held.path("sync").asString() + "/reject");
    hoursPass("many", 1);

    assertThat(isStale("many-7")).isFalse();
    assertThat(exists("many-7")).isTrue();
    assertThat(syncs("many")).noneMatch(sync -> sync.path("status").asString().equals("HELD"));
  }

  @Test
  void aFullPushConfirmsAllThatItNamesWithoutARowForEach() {
    leased("full");
    push("full", "full-a", "full-b");
    hoursPass("full", 23);
    Reply reply = ingestion.post("/api/sources/full/entities?mode=full", text("full-a", "full-b"));
    assertThat(reply.body().path("unchanged").asInt()).isEqualTo(2);

    assertThat(confirmations("full")).isZero();
    hoursPass("full", 2);
    assertThat(isStale("full-a")).isFalse();
    assertThat(source("full").path("stale").asInt()).isZero();
  }

  @Test
  void aDeltaConfirmsAtMostTenTimesInALease() {
    leased("often");
    push("often", "often-a");
    push("often", "often-a");
    assertThat(confirmations("often")).isZero();
    hoursPass("often", 3);
    push("often", "often-a");
    assertThat(confirmations("often")).isEqualTo(1);
  }

  @Test
  void whatASourceSaidBeforeItHadALeaseStandsForOne() {
    push("late", "late-a");
    hoursPass("late", 100);
    leased("late");
    hoursPass("late", 23);
    assertThat(isStale("late-a")).isFalse();
    hoursPass("late", 2);
    assertThat(isStale("late-a")).isTrue();

    assertThat(ingestion.put("/api/sources/late", "{}").status()).isEqualTo(200);
    await().until(() -> !isStale("late-a"));
  }

  private static void leased(String source) {
    Reply reply = ingestion.put("/api/sources/" + source, "{\"lease\": \"PT24H\"}");
    assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 201);
    awaitCheck(source);
  }

  /** All that is known of the source becomes so much older, and then somebody looks at it. */
  private static void hoursPass(String source, int hours) {
    for (String older :
        List.of(
            "update observation set observed_at = observed_at - make_interval(hours => :hours),"
                + " stale_since = stale_since - make_interval(hours => :hours)"
                + " where source = :source",
            "update confirmation set confirmed_at = confirmed_at - make_interval(hours => :hours)"
                + " where source = :source",
            "update source set confirmed_at = confirmed_at - make_interval(hours => :hours),"
                + " lease_checked_at = case when lease is not null"
                + " then now() - interval '1 hour' end where name = :source")) {
      ingestion.database().sql(older).param("hours", hours).param("source", source).update();
    }
    awaitCheck(source);
  }

  /** Until somebody looked, and has done what followed from it. */
  private static void awaitCheck(String source) {
    await()
        .until(
            () ->
                ingestion
                    .database()
                    .sql(
                        """
                        select lease is null or lease_checked_at > now() - interval '30 minutes'
                        from source where name = ?
                        """)
                    .param(source)
                    .query(Boolean.class)
                    .single());
    ingestion.bean(Leases.class).check();
  }

  private static JsonNode push(String source, String... names) {
    return ingestion.post("/api/sources/" + source + "/entities", text(names)).body();
  }

  private static String text(String... names) {
    return Arrays.stream(names).map(LeasesIT::component).collect(Collectors.joining("\n---\n"));
  }

  private static String component(String name) {
    return """
    apiVersion: backstage.io/v1alpha1
    kind: Component
    metadata: {name: %s}
    spec: {type: service, lifecycle: production, owner: a}
    """
        .formatted(name);
  }

  private static boolean isStale(String name) {
    return ingestion
        .get("/api/entities/component/default/" + name)
        .body()
        .at("/entity/annotations")
        .has(Staleness.ANNOTATION);
  }

  private static boolean exists(String name) {
    return ingestion.get("/api/entities/component/default/" + name).status() == 200;
  }

  private static List<String> changes(String name) {
    return ingestion.records("component:default/" + name).stream()
        .map(ConsumerRecord::value)
        .map(value -> JsonMapper.shared().readTree(value))
        .map(event -> event.path("change").asString())
        .toList();
  }

  private static long confirmations(String source) {
    return ingestion
        .database()
        .sql("select count(*) from confirmation where source = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  private static JsonNode source(String name) {
    return ingestion.get("/api/sources/" + name).body();
  }

  private static List<JsonNode> syncs(String source) {
    return ingestion
        .get("/api/sources/" + source + "/syncs")
        .body()
        .path("syncs")
        .valueStream()
        .toList();
  }

  private static JsonNode sync(String source, JsonNode brief) {
    return ingestion
        .get("/api/sources/" + source + "/syncs/" + brief.path("sync").asString())
        .body();
  }
}
