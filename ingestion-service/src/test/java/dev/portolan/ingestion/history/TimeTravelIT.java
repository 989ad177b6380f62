package dev.portolan.ingestion.history;

import static dev.portolan.ingestion.Descriptors.component;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.ingestion.history.postgres.Purge;
import dev.portolan.stack.junit.LocalServers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A random history, and a model that replays what was published of it; then it is purged. */
@TestMethodOrder(OrderAnnotation.class)
class TimeTravelIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final int ENTITIES = 60;
  private static final int MOMENTS = 100;
  private static final int PURGES = 4;

  private static final RandomGenerator RANDOM =
      RandomGeneratorFactory.of("L64X128MixRandom").create(20261126);
  private static RunningIngestion ingestion;
  private static PublishedHistory model;

  @BeforeAll
  static void start() {
    ingestion = RunningIngestion.start(servers);
    for (int step = 0; step < 400; step++) {
      String source = "/api/sources/s" + RANDOM.nextInt(3) + "/entities";
      if (RANDOM.nextInt(3) == 0) {
        ingestion.delete(source + "/component:default/e-" + RANDOM.nextInt(ENTITIES));
      } else {
        ingestion.post(source, some("e-", RANDOM.nextInt(1, ENTITIES)));
      }
    }
    model =
        new PublishedHistory(
            ingestion.records().stream()
                .filter(record -> record.value() != null)
                .map(record -> JsonMapper.shared().readTree(record.value()))
                .toList());
    assertThat(model.size()).as("more than one step of a purge").isGreaterThan(1_500);
  }

  @AfterAll
  static void stop() {
    ingestion.close();
  }

  @Test
  @Order(1)
  void theStatesOfAHundredMomentsAreThoseOfTheModel() {
    for (int i = 0; i < MOMENTS; i++) {
      statesAreTheModelsAt(moment(model.first().minusMillis(5)));
    }
  }

  @Test
  @Order(1)
  void thePagesOfAHundredSpansHoldTheChangesOfTheModel() {
    for (int i = 0; i < MOMENTS; i++) {
      Instant from = moment(model.first().minusMillis(5));
      changesAreTheModelsBetween(from, moment(from), RANDOM.nextInt(30, 500));
    }
  }

  @Test
  @Order(2)
  void whatAPurgeLeavesAnswersEveryMomentFromTheCutOnAndNothingThatMayBeWrong() {
    Instant cut = model.first();
    for (int purge = 0; purge < PURGES; purge++) {
      cut =
          cut.plus(Duration.between(cut, model.last()).dividedBy(3)).truncatedTo(ChronoUnit.MICROS);
      ingestion.bean(Purge.class).until(cut);

      assertThat(held()).as("held after a purge until %s", cut).isEqualTo(model.heldAfter(cut));
      for (int i = 0; i < MOMENTS / PURGES; i++) {
        statesAreTheModelsAt(moment(cut));
        aStateIsTheModelsOrRefused(moment(model.first().minusMillis(5)), cut);
      }
      changesAreTheModelsBetween(cut, model.last(), 500);
      refusedBefore(cut);
    }
  }

  @Test
  @Order(3)
  void aPurgeThatWouldGoBackChangesNothing() {
    Set<String> held = held();
    ingestion.bean(Purge.class).until(model.first());

    assertThat(held()).isEqualTo(held);
    assertThat(states(model.first(), model.first()).status()).isEqualTo(410);
  }

  @Test
  @Order(1)
  void whatIsWrongWithAQuestionIsSaid() {
    wrong("/api/history/states?asOf=yesterday&changedSince=2026-01-01T00:00:00Z", "yesterday");
    wrong(
        "/api/history/states?asOf=2026-01-01T00:00:00Z&changedSince=2026-01-02T00:00:00Z",
        "changedSince");
    wrong("/api/history/states?asOf=%2B12026-01-01T00:00:00Z&changedSince=x", "asOf");
    String span = "\"from\":\"2026-01-01T00:00:00Z\",\"to\":\"2026-01-02T00:00:00Z\"";
    wrongSpan("{\"from\":\"2026-01-02T00:00:00Z\",\"to\":\"2026-01-01T00:00:00Z\"}", "from");
    wrongSpan("{\"from\":\"2026-01-02T00:00:00Z\"}", "to is missing");
    wrongSpan("{" + span + ",\"refs\":[\"component:default/a\",\"a b\"]}", "refs[1]");
    wrongSpan("{" + span + ",\"first\":501}", "501");
    wrongSpan("{" + span + ",\"after\":\"abc\"}", "abc");
    wrongSpan("{" + span, "The body");
    wrongSpan(
        "{"
            + span
            + ",\"refs\":["
            + String.join(",", Collections.nCopies(20_001, "\"component:a\""))
            + "]}",
        "20000");
  }

  @Test
  @Order(4)
  void aStreamThatBreaksOffSaysSoAndAFourthOneWaits() {
    String words = "x".repeat(10_000);
    for (int chunk = 0; chunk < 10; chunk++) {
      int from = chunk * 300;
      ingestion.post(
          "/api/sources/long/entities",
          IntStream.range(from, from + 300)
              .mapToObj(
                  i ->
                      component("long-" + i, "a")
                          .replace("\"name\"", "\"description\":\"" + words + "\",\"name\""))
              .collect(Collectors.joining()));
    }
    String path = path(Instant.now().truncatedTo(ChronoUnit.MICROS), model.last());
    List<Stream<JsonNode>> others = List.of(ingestion.lines(path), ingestion.lines(path));
    try (Stream<JsonNode> lines = ingestion.lines(path)) {
      var read = lines.iterator();
      assertThat(read.next().path("version").asInt()).isEqualTo(1);
      assertThat(ingestion.get(path).status()).isEqualTo(503);
      others.forEach(Stream::close);
      assertThat(ingestion.database().sql(KILL_READERS).query(Boolean.class).list()).isNotEmpty();

      var rest = new ArrayList<JsonNode>();
      read.forEachRemaining(rest::add);
      assertThat(rest.getLast().path("end").isBoolean()).isTrue();
      assertThat(rest.getLast().path("end").asBoolean()).isFalse();
      assertThat(rest.getLast().path("count").asInt()).isEqualTo(rest.size()).isLessThan(3_000);
    }
  }

  private static final String KILL_READERS =
      """
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and query like '%as changed%'
      """;

  private static void statesAreTheModelsAt(Instant asOf) {
    Instant changedSince = asOf.minusMillis(RANDOM.nextInt(500));
    List<JsonNode> lines = ingestion.lines(path(asOf, changedSince)).toList();

    assertThat(lines.getLast().toString())
        .isEqualTo("{\"end\":true,\"count\":" + (lines.size() - 1) + "}");
    assertThat(
            lines.subList(0, lines.size() - 1).stream()
                .collect(toMap(line -> line.path("ref").asString(), line -> line)))
        .as("as of %s, changed since %s", asOf, changedSince)
        .isEqualTo(model.states(asOf, changedSince));
  }

  private static void changesAreTheModelsBetween(Instant from, Instant to, int first) {
    List<String> refs =
        model.refs().stream().filter(_ -> RANDOM.nextBoolean()).limit(RANDOM.nextInt(60)).toList();
    boolean all = RANDOM.nextBoolean();
    List<JsonNode> expected = model.changes(from, to, all ? model.refs() : refs);
    var changes = new ArrayList<JsonNode>();
    @Nullable String after = null;
    JsonNode page;
    do {
      page = changes(from, to, all ? null : refs, first, after).body();
      assertThat(page.path("total").asInt()).isEqualTo(expected.size());
      page.path("changes").forEach(changes::add);
      after = page.path("endCursor").asString(null);
    } while (page.path("hasNextPage").asBoolean());

    assertThat(changes).as("after %s until %s of %s", from, to, refs).isEqualTo(expected);
  }

  private static void aStateIsTheModelsOrRefused(Instant asOf, Instant cut) {
    String ref = model.refs().get(RANDOM.nextInt(model.refs().size()));
    Reply reply =
        ingestion.get(
            "/api/entities/component/default/" + ref.replaceAll(".*/", "") + "?asOf=" + asOf);
    JsonNode expected = model.asOf(ref, asOf);
    switch (reply.status()) {
      case 200 -> assertThat(reply.body()).isEqualTo(expected);
      case 404 -> assertThat(expected.path("entity").isObject()).as("%s %s", ref, asOf).isFalse();
      default -> {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(410);
        assertThat(asOf).isBefore(cut);
        assertThat(reply.body().path("detail").asString()).contains(ref, "not held");
      }
    }
  }

  private static void refusedBefore(Instant cut) {
    Instant before = cut.minus(1, ChronoUnit.MICROS);
    for (Reply reply :
        List.of(states(before, before), changes(before, model.last(), null, 5, null))) {
      assertThat(reply.status()).isEqualTo(410);
      assertThat(reply.body().path("earliest").asString()).isEqualTo(cut.toString());
      assertThat(reply.body().path("detail").asString()).contains(cut.toString());
    }
  }

  private static void wrong(String path, String told) {
    told(ingestion.get(path), told);
  }

  private static void wrongSpan(String body, String told) {
    told(ingestion.post("/api/history/changes", body), told);
  }

  private static void told(Reply reply, String told) {
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(400);
    assertThat(reply.body().toString()).contains(told);
  }

  private static Reply states(Instant asOf, Instant changedSince) {
    return ingestion.get(path(asOf, changedSince));
  }

  private static String path(Instant asOf, Instant changedSince) {
    return "/api/history/states?asOf=" + asOf + "&changedSince=" + changedSince;
  }

  private static Reply changes(
      Instant from, Instant to, @Nullable List<String> refs, int first, @Nullable String after) {
    var body = JsonMapper.shared().createObjectNode();
    body.put("from", from.toString()).put("to", to.toString()).put("first", first);
    body.put("after", after).set("refs", JsonMapper.shared().valueToTree(refs));
    return ingestion.post("/api/history/changes", body.toString());
  }

  private static Set<String> held() {
    return new TreeSet<>(
        ingestion
            .database()
            .sql("select ref || ' ' || version from entity_version")
            .query(String.class)
            .list());
  }

  /** A microsecond between the given one and a little after the last change. */
  private static Instant moment(Instant from) {
    long micros = ChronoUnit.MICROS.between(from, model.last().plusMillis(5));
    return from.plus(RANDOM.nextLong(micros + 1), ChronoUnit.MICROS);
  }

  private static String some(String prefix, int count) {
    return RANDOM
        .ints(0, ENTITIES)
        .distinct()
        .limit(count)
        .mapToObj(i -> component(prefix + i, "team-" + RANDOM.nextInt(4)))
        .collect(Collectors.joining());
  }
}
