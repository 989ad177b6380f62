package dev.portolan.catalog;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.deleted;
import static dev.portolan.catalog.EntityFixtures.dependsOn;
import static dev.portolan.catalog.EntityFixtures.relation;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.NEO4J;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import dev.portolan.stack.junit.LocalServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is asked of the graph as a whole, of its past and of what it might be, over HTTP. */
class GraphQuestionsIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, NEO4J);

  private static final String WEB = "component:default/web";
  private static final String API = "component:default/api";
  private static final String DB = "resource:default/db";
  private static final TestingHistory history = new TestingHistory();

  private static RunningCatalog catalog;

  @BeforeAll
  static void start() {
    servers.emptyNeo4j();
    catalog = RunningCatalog.start(servers, servers.kafka(), servers.neo4jUri(), history.url());
    catalog.say(
        changed(WEB, 1, dependsOn(API), relation("ownedBy", "group:shop")),
        changed(API, 1, dependsOn(DB), relation("ownedBy", "group:gone")),
        changed(DB, 1),
        changed("group:shop", 1));
    catalog.hasCaughtUp();
  }

  @AfterAll
  static void stop() {
    catalog.close();
    history.close();
  }

  @Test
  void findingsAreNamedTheWeightiestFirst() {
    JsonNode page = catalog.post("/api/findings", "{\"kind\":\"BLAST_RADIUS\",\"first\":1}");

    assertThat(page.path("total").asInt()).as(page.toString()).isEqualTo(2);
    assertThat(page.path("complete").asBoolean()).isTrue();
    assertThat(page.at("/findings/0/ref").asString()).isEqualTo(DB);
    assertThat(page.at("/findings/0/weight").asDouble()).isEqualTo(2);
    assertThat(page.path("position").size()).isEqualTo(RunningCatalog.PARTITIONS);
  }

  @Test
  void whatAGroupOwnsIsListed() {
    JsonNode owned = catalog.post("/api/ownership", "{\"ref\":\"group:default/shop\"}");

    assertThat(owned.at("/entities/0/ref").asString()).as(owned.toString()).isEqualTo(WEB);
  }

  @Test
  void allShortestWaysAreNamed() {
    JsonNode paths =
        catalog.post("/api/paths", "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(WEB, DB));

    assertThat(paths.path("length").asInt()).as(paths.toString()).isEqualTo(2);
    assertThat(paths.path("total").asInt()).isEqualTo(1);
    assertThat(paths.at("/paths/0/1").asString()).isEqualTo(API);
  }

  @Test
  void whatIsAroundAnEntityIsNamed() {
    JsonNode around =
        catalog.post("/api/surroundings", "{\"ref\":\"%s\",\"hops\":1}".formatted(DB));

    assertThat(around.path("refs").valueStream().map(JsonNode::asString)).containsExactly(DB, API);
  }

  @Test
  void whatWouldBreakIsToldAndNothingIsChanged() {
    JsonNode whatIf =
        catalog.post(
            "/api/what-if",
            "{\"changes\":[{\"ref\":\"%s\",\"entity\":null}],\"owners\":5}".formatted(API));

    assertThat(whatIf.at("/lost/steps/0/ref").asString()).as(whatIf.toString()).isEqualTo(WEB);
    assertThat(whatIf.at("/impact/total").asInt()).isEqualTo(1);
    assertThat(whatIf.at("/appearing/0/kind").asString()).isEqualTo("DANGLING_RELATION");
    assertThat(impact(DB, "null").path("total").asInt()).isEqualTo(2);
  }

  @Test
  void anImpactOfThePastIsThatOfWhatWasThen() {
    history.knows(List.of(deleted(WEB, 3), changed(API, 1, dependsOn(DB))), "group:default/shop");

    assertThat(impact(DB, "\"2026-01-01T00:00:00Z\"").path("total").asInt()).isEqualTo(1);
    assertThat(history.asked)
        .contains("asOf=2026-01-01T00:00:00Z&changedSince=2025-12-31T23:50:00Z");
    assertThat(impact(DB, "null").path("total").asInt()).isEqualTo(2);
  }

  @Test
  void relationsOfThePastAreThoseOfThenWithWhatWasSaidOfThem() {
    Relation attributed = new Relation("dependsOn", EntityRef.parse(DB), Map.of("port", 5432));
    history.knows(List.of(deleted(WEB, 3), changed(API, 1, attributed)));
    String query =
        "{\"queries\":[{\"ref\":\"%s\"}],\"asOf\":\"2026-01-05T00:00:00Z\"}".formatted(API);

    JsonNode page = catalog.post("/api/relations/batch", query).at("/results/0");

    assertThat(page.path("total").asInt()).as(page.toString()).isEqualTo(1);
    assertThat(page.at("/relations/0/ref").asString()).isEqualTo(DB);
    assertThat(page.at("/relations/0/attributes/port").asInt()).isEqualTo(5432);
  }

  @Test
  void relationsOfAPastInWhichNothingWasOtherAreThoseOfNow() {
    history.knows(List.of());
    String now = "{\"queries\":[{\"ref\":\"%s\",\"first\":1}]}".formatted(API);
    String then = now.replace("]}", "],\"asOf\":\"2026-01-06T00:00:00Z\"}");

    assertThat(catalog.post("/api/relations/batch", then))
        .isEqualTo(catalog.post("/api/relations/batch", now));
  }

  @Test
  void aPastThatBreaksOffIsNoAnswer() {
    history.answers(200, "{\"ref\":\"component:default/web\",\"version\":0}\n");

    JsonNode problem = impact(DB, "\"2026-01-02T00:00:00Z\"");

    assertThat(problem.path("status").asInt()).as(problem.toString()).isEqualTo(503);
    assertThat(problem.path("detail").asString()).contains("cut off");
  }

  @Test
  void aMomentThatIsNotKeptAnyMoreIsRefusedInTheWordsOfWhoKeepsIt() {
    history.answers(410, "{\"detail\":\"Held since 2026-03-01.\"}");

    JsonNode problem = impact(DB, "\"2026-01-03T00:00:00Z\"");

    assertThat(problem.path("status").asInt()).as(problem.toString()).isEqualTo(400);
    assertThat(problem.path("detail").asString()).isEqualTo("Held since 2026-03-01.");
  }

  @Test
  void anExportIsALineForEachEntityInEitherFormat() {
    assertThat(catalog.text("/api/impact/export?ref=" + DB + "&format=csv").lines())
        .containsExactly(
            "ref,depth,kind,owner,system,domain,tier,lifecycle,path",
            API + ",1,Component,group:default/gone,,,,,\"%s %s\"".formatted(DB, API),
            WEB + ",2,Component,group:default/shop,,,,,\"%s %s %s\"".formatted(DB, API, WEB));
    assertThat(catalog.text("/api/impact/export?ref=" + DB + "&format=jsonl").lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("{\"ref\":\"" + API);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          findings     | {}                                                    | kind is missing
          findings     | {"kind":"CYCLES"}                                     | CYCLES
          findings     | {"kind":"CYCLE","after":"bnVsbA"}                     | endCursor
          ownership    | {}                                                    | ref is missing
          surroundings | {"ref":"component:a","hops":11}                       | hops is 11
          surroundings | {"ref":"component:a","hops":1,"below":true}           | below alone
          paths        | {"from":"component:a","to":"component:b","first":501} | at most 500
          what-if      | {}                                                    | changes is missing
          what-if      | {"changes":[{"ref":"component:a"},{"ref":"component:a"}]} | twice
          impact       | {"ref":"component:a","asOf":"2999-01-01T00:00:00Z"}   | has not come yet
          """)
  void whatMakesNoSenseIsRefusedWithTheReason(String path, String body, String reason) {
    JsonNode problem = catalog.post("/api/" + path, body);

    assertThat(problem.path("status").asInt()).as(problem.toString()).isEqualTo(400);
    assertThat(problem.path("detail").asString()).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ref=component:a&format=xls       | 400 | format is xls
          ref=component:nobody&format=csv  | 404 | neither an entity
          ref=a%20b:c&format=csv           | 400 | kind
          """)
  void anExportOfNothingIsAProblemAndNoEmptyFile(String query, int status, String reason) {
    JsonNode problem = catalog.get("/api/impact/export?" + query);

    assertThat(problem.path("status").asInt()).as(problem.toString()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).contains(reason);
  }

  private static JsonNode impact(String ref, String asOf) {
    return catalog.post("/api/impact", "{\"ref\":\"%s\",\"asOf\":%s}".formatted(ref, asOf));
  }
}
