package dev.portolan.ingestion.sync;

import static dev.portolan.ingestion.Descriptors.component;
import static dev.portolan.ingestion.Descriptors.components;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.RunningIngestion;
import dev.portolan.ingestion.RunningIngestion.Reply;
import dev.portolan.stack.junit.LocalServers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A dry run foretells what the push then publishes, and leaves no trace. */
class WhatIfIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final List<String> TABLES =
      List.of(
          "source",
          "observation",
          "entity",
          "entity_version",
          "sync",
          "sync_named",
          "sync_retraction");

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
  void whatARandomPushPublishesIsWhatItsDryRunForetold() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1126);
    ingestion.put("/api/sources/r2", "{\"priority\":200}");
    int changes = 0;
    for (int step = 0; step < 80; step++) {
      String push = "/api/sources/r" + random.nextInt(4);
      String body = some(random);
      boolean full = random.nextInt(3) == 0;
      String retracted = "component:default/r-" + random.nextInt(40);
      boolean retract = !full && random.nextInt(3) == 0 && !body.contains(name(retracted));
      Map<String, Long> rows = rows();
      Reply foretold =
          ingestion.post(
              push
                  + "/what-if?mode="
                  + (full ? "full" : "delta")
                  + (retract ? "&retract=" + retracted : ""),
              body);
      assertThat(foretold.status()).as(foretold.body().toString()).isEqualTo(200);
      assertThat(rows()).as("step %d wrote", step).isEqualTo(rows);

      Set<String> before = versions().keySet();
      Reply pushed = ingestion.post(push + "/entities?mode=" + (full ? "full" : "delta"), body);
      if (retract) {
        ingestion.delete(push + "/entities/" + retracted);
      }

      Map<String, JsonNode> published = versions();
      published.keySet().removeAll(before);
      assertThat(told(foretold.body())).as("step %d", step).isEqualTo(published);
      assertThat(foretold.body().path("rejected")).isEqualTo(pushed.body().path("problems"));
      assertThat(foretold.body().path("held").isString())
          .isEqualTo(pushed.body().path("held").asBoolean(false));
      changes += published.size();
    }
    assertThat(changes).isGreaterThan(200);
  }

  @Test
  void eachChangeTellsTheEntityBeforeAndAfter() {
    ingestion.post(
        "/api/sources/told/entities", component("told-a", "a") + component("told-b", "a"));

    JsonNode answer =
        ingestion
            .post(
                "/api/sources/told/what-if?retract=component:told-b&retract=component:told-x",
                component("told-a", "b") + component("told-c", "a"))
            .body();

    JsonNode updated = answer.path("changes").path(0);
    assertThat(updated.path("change").asString()).isEqualTo("UPDATED");
    assertThat(updated.path("version").asLong()).isEqualTo(2);
    assertThat(updated.path("before").path("spec").path("owner").asString()).isEqualTo("a");
    assertThat(updated.path("after").path("spec").path("owner").asString()).isEqualTo("b");
    assertThat(updated.path("changed"))
        .extracting(change -> change.path("path").asString())
        .contains("/spec/owner");
    assertThat(answer.path("changes").path(1).path("before").isNull()).isTrue();
    assertThat(answer.path("changes").path(2).path("after").isNull()).isTrue();
    assertThat(answer.path("changes").path(2).path("change").asString()).isEqualTo("DELETED");
    assertThat(answer.path("unchanged").asInt()).isEqualTo(1);
    assertThat(answer.path("notes").toString()).contains("component:default/told-x");
    assertThat(answer.path("held").isNull()).isTrue();
  }

  @Test
  void aFullPushThatWouldBeHeldSaysSoAndRetractsNothing() {
    ingestion.post("/api/sources/mass/entities", components(0, 30, "a"));

    JsonNode answer =
        ingestion.post("/api/sources/mass/what-if?mode=full", components(0, 5, "a")).body();

    assertThat(answer.path("held").asString()).contains("25");
    assertThat(answer.path("changes")).isEmpty();
    assertThat(answer.path("unchanged").asInt()).isEqualTo(5);
  }

  @Test
  void aFullPushThatNamesNothingRetractsNothingAndSaysWhy() {
    ingestion.post("/api/sources/nothing/entities", component("nothing", "a"));

    JsonNode answer = ingestion.post("/api/sources/nothing/what-if?mode=full", "[]").body();

    assertThat(answer.path("changes")).isEmpty();
    assertThat(answer.path("notes").toString()).contains("named no entity");
  }

  @Test
  void theSourceNeedNotExistAndIsNotMade() {
    JsonNode answer =
        ingestion.post("/api/sources/unheard-of/what-if", component("unheard-of", "a")).body();

    assertThat(answer.path("changes").path(0).path("change").asString()).isEqualTo("CREATED");
    assertThat(ingestion.get("/api/sources/unheard-of").status()).isEqualTo(404);
  }

  @Test
  void moreChangesThanADryRunTellsAreRefused() {
    Reply reply = ingestion.post("/api/sources/many/what-if", components(50_000, 55_001, "a"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.body().path("detail").asString()).contains("5000");
    assertThat(
            ingestion
                .post("/api/sources/many/what-if", components(50_000, 55_000, "a"))
                .body()
                .path("changes"))
        .hasSize(5_000);
  }

  @Test
  void whatCannotBeForetoldIsRefused() {
    refused("/api/sources/odd/what-if?mode=both", "", "delta or full");
    refused("/api/sources/odd/what-if?retract=odd", "", "odd");
    refused("/api/sources/odd/what-if?mode=full&retract=component:odd", "", "leave retract out");
    refused(
        "/api/sources/odd/what-if?retract=component:odd", component("odd", "a"), "to be retracted");
    refused("/api/sources/odd/what-if", "[" + component("odd", "a"), "nothing of it was written");
    assertThat(ingestion.get("/api/entities/component/default/odd").status()).isEqualTo(404);
  }

  private static void refused(String path, String body, String told) {
    Reply reply = ingestion.post(path, body);
    assertThat(reply.status()).as(reply.body().toString()).isEqualTo(400);
    assertThat(reply.body().path("detail").asString()).contains(told);
  }

  /** Some descriptors, now and then the same one twice, and one that breaks a rule. */
  private static String some(RandomGenerator random) {
    String body =
        random
            .ints(random.nextInt(1, 35), 0, 40)
            .mapToObj(i -> component("r-" + i, "team-" + random.nextInt(3)))
            .collect(Collectors.joining());
    return random.nextInt(4) == 0 ? body + component("r-" + random.nextInt(40), "no one") : body;
  }

  private static String name(String ref) {
    return "\"" + ref.substring(ref.indexOf('/') + 1) + "\"";
  }

  /** What is told of each change, by reference and version. */
  private static Map<String, JsonNode> told(JsonNode answer) {
    var told = new TreeMap<String, JsonNode>();
    for (JsonNode change : answer.path("changes")) {
      ObjectNode event = JsonMapper.shared().createObjectNode();
      event.set("change", change.path("change"));
      event.set("entity", change.path("after"));
      event.set("changed", change.path("changed"));
      told.put(change.path("ref").asString() + " " + change.path("version").asLong(), event);
    }
    assertThat(told).hasSize(answer.path("changes").size());
    return told;
  }

  /** The same of all that was ever published. */
  private static Map<String, JsonNode> versions() {
    var versions = new TreeMap<String, JsonNode>();
    for (String json :
        ingestion
            .database()
            .sql("select event from entity_version where ref like 'component:default/r-%'")
            .query(String.class)
            .list()) {
      ObjectNode event = (ObjectNode) JsonMapper.shared().readTree(json);
      versions.put(
          event.path("ref").asString() + " " + event.path("version").asLong(),
          event.retain(List.of("change", "entity", "changed")));
    }
    return versions;
  }

  private static Map<String, Long> rows() {
    var rows = new TreeMap<String, Long>();
    for (String table : TABLES) {
      rows.put(
          table,
          ingestion.database().sql("select count(*) from " + table).query(Long.class).single());
    }
    return rows;
  }
}
