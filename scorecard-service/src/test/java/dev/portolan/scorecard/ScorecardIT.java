package dev.portolan.scorecard;

import static dev.portolan.scorecard.EntityFixtures.changed;
import static dev.portolan.scorecard.EntityFixtures.deleted;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.scorecard.ScorecardFixtures.Asked;
import dev.portolan.stack.junit.LocalServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

class ScorecardIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final AtomicInteger SPACES = new AtomicInteger();

  private static RunningScorecards scorecards;

  /** A namespace of its own for each test: its scorecards are for the entities in it. */
  private final String space = "test" + SPACES.incrementAndGet();

  @BeforeAll
  static void start() {
    scorecards = RunningScorecards.started(servers);
  }

  @AfterAll
  static void stop() {
    scorecards.close();
  }

  @Test
  void aChangedEntityMovesItsLevel() {
    scorecards.publish(changed(owned(), 1), changed(service("checkout"), 1)).caughtUp();
    assertThat(checkout().path("level").isNull()).isTrue();

    scorecards.publish(changed(service("checkout", "owner", "tier"), 2)).caughtUp();

    assertThat(checkout().path("level").asString()).isEqualTo("gold");
    assertThat(checkout().path("version").asInt()).isEqualTo(2);
    assertThat(checkout().path("entityVersion").asInt()).isEqualTo(2);
    assertThat(checkout().at("/rules/0/status").asString()).isEqualTo("PASS");
  }

  @Test
  void aResultThatStaysKeepsItsVersionAndIsTrueOfTheEntityAsItIs() {
    scorecards
        .publish(
            changed(owned(), 1),
            changed(service("checkout", "owner"), 1),
            changed(service("checkout", "owner", "colour"), 2))
        .caughtUp();

    assertThat(checkout().path("version").asInt()).isEqualTo(1);
    assertThat(checkout().path("entityVersion").asInt()).isEqualTo(2);
  }

  @Test
  void aScorecardThatComesLaterIsHeldAgainstAllThatIsThere() {
    scorecards.publish(services(2_500)).caughtUp();
    scorecards.publish(changed(owned(), 1)).caughtUp();

    assertThat(page("?first=1").path("total").asInt()).isEqualTo(2_500);
    assertThat(known("owned").at("/evaluation/running").asBoolean()).isFalse();

    scorecards.publish(changed(scorecardHere("owned", rule("any", "gold", "true")), 2)).caughtUp();

    assertThat(page("?first=1").path("levels"))
        .singleElement()
        .satisfies(
            level -> {
              assertThat(level.path("level").asString()).isEqualTo("gold");
              assertThat(level.path("count").asInt()).isEqualTo(2_500);
            });
  }

  @Test
  void whoStandsWhereIsAnsweredWhole() {
    scorecards
        .publish(
            changed(owned(), 1),
            changed(service("bare"), 1),
            changed(service("checkout", "owner", "tier"), 1))
        .caughtUp();

    assertThat(standing("?standing=BELOW&level=Gold")).containsExactly(ref("component", "bare"));
    assertThat(standing("?level=bronze")).containsExactly(ref("component", "checkout"));
    assertThat(standing("")).containsExactly(ref("component", "checkout"));
    assertThat(scorecards.get("/api/scorecards/" + space + "/owned/entities?level=x").toString())
        .contains("has no level x; it has bronze, silver, gold");
  }

  private List<String> standing(String query) {
    return scorecards
        .get("/api/scorecards/" + space + "/owned/entities" + query)
        .path("entities")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void theResultsOfAScorecardComeInPages() {
    scorecards.publish(services(7)).publish(changed(owned(), 1)).caughtUp();

    JsonNode first = page("?first=4");
    JsonNode second = page("?first=4&after=" + first.path("endCursor").asString());

    assertThat(entities(first))
        .containsExactlyElementsOf(
            IntStream.range(0, 4).mapToObj(i -> ref("component", "s%04d".formatted(i))).toList());
    assertThat(first.path("hasNextPage").asBoolean()).isTrue();
    assertThat(entities(second)).hasSize(3).doesNotContainAnyElementsOf(entities(first));
    assertThat(second.path("hasNextPage").asBoolean()).isFalse();
  }

  @Test
  void aDeletedEntityHasNoResultsAndAReturnedOneGoesOn() {
    scorecards.publish(changed(owned(), 1), changed(service("checkout"), 1)).caughtUp();

    scorecards.publish(deleted(ref("component", "checkout"), 2)).caughtUp();
    assertThat(scorecards.results(ref("component", "checkout"))).isEmpty();

    scorecards.publish(changed(service("checkout"), 3)).caughtUp();
    assertThat(checkout().path("version").asInt()).isEqualTo(3);
  }

  @Test
  void aDeletedScorecardLeavesNoGhosts() {
    scorecards.publish(changed(owned(), 1), changed(service("checkout"), 1)).caughtUp();

    scorecards.publish(deleted(ref("scorecard", "owned"), 2)).caughtUp();

    assertThat(scorecards.results(ref("component", "checkout"))).isEmpty();
    assertThat(known("owned").isMissingNode()).isTrue();
    assertThat(scorecards.status("/api/scorecards/" + space + "/owned/results")).isEqualTo(404);
  }

  @Test
  void aBrokenExpressionIsAnErrorOnThatRuleAndNamedWithItsPlace() {
    scorecards
        .publish(
            changed(
                scorecardHere(
                    "mixed",
                    rule("fine", "bronze", "true"),
                    rule("typo", "silver", "entity.knid == 'x'")),
                1),
            changed(service("checkout"), 1))
        .caughtUp();

    JsonNode result = scorecards.result(ref("scorecard", "mixed"), ref("component", "checkout"));
    assertThat(result.path("level").asString()).isEqualTo("bronze");
    assertThat(result.at("/rules/1/status").asString()).isEqualTo("ERROR");
    assertThat(result.at("/rules/1/message").asString()).contains("1:7 undefined field 'knid'");
    JsonNode problem = known("mixed").at("/problems/0");
    assertThat(problem.path("rule").asString()).isEqualTo("typo");
    assertThat(problem.path("field").asString()).isEqualTo("/spec/rules/1/expression");
    assertThat(problem.path("column").asInt()).isEqualTo(7);
  }

  /** Nearly as long as the topic of entities takes, and refused with a reason that quotes it. */
  @Test
  void aVeryLongPoisonedRecordIsSetAsideToo() {
    String key = "component:" + space + "/long";
    byte[] value =
        ("{\"ref\":\"" + "x".repeat(8_300_000) + "\",\"change\":\"CREATED\"}").getBytes(UTF_8);
    scorecards.publish(key, value);
    scorecards.publish(changed(owned(), 1), changed(service("checkout"), 1)).caughtUp();

    assertThat(checkout().isMissingNode()).isFalse();
    assertThat(scorecards.deadLetters())
        .filteredOn(letter -> new String(letter.key(), UTF_8).equals(key))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isEqualTo(value);
              assertThat(letter.headers().lastHeader("portolan_reason").value())
                  .hasSizeBetween(1, 3_000);
            });
  }

  @Test
  void aPoisonedRecordIsSetAsideAndTheOthersGoOn() {
    scorecards.publish(changed(owned(), 1));
    scorecards.publish("component:default/poison", "{\"ref\":".getBytes(UTF_8));
    scorecards.publish(changed(service("checkout"), 1)).caughtUp();

    assertThat(checkout().isMissingNode()).isFalse();
    assertThat(scorecards.deadLetters())
        .filteredOn(letter -> new String(letter.key(), UTF_8).endsWith("/poison"))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.value()).isEqualTo("{\"ref\":".getBytes(UTF_8));
              assertThat(new String(letter.headers().lastHeader("portolan_reason").value(), UTF_8))
                  .contains("is not an entity change");
            });
  }

  @Test
  void whatAnEntityWouldReachIsForetoldAndNothingIsChanged() {
    scorecards
        .publish(
            changed(
                scorecardFor(
                    "entity.name == 'foretold'",
                    "foretold",
                    rule("owner", "bronze", "has(entity.spec.owner)")),
                1),
            changed(entity("component:foretold", Map.of("owner", "shop")), 1))
        .caughtUp();

    JsonNode foretold =
        JsonMapper.shared()
            .readTree(
                scorecards
                    .post(
                        "/api/what-if",
                        """
                        {"changes":[{"ref":"component:default/foretold","entity":
                          {"kind":"Component","namespace":"default","name":"foretold","spec":{}}}]}""")
                    .body())
            .path("results")
            .valueStream()
            .filter(each -> each.path("scorecard").asString().endsWith("/foretold"))
            .findFirst()
            .orElseThrow();

    assertThat(foretold.at("/before/level").asString()).as(foretold.toString()).isEqualTo("gold");
    assertThat(foretold.at("/after/level").isNull()).isTrue();
    assertThat(foretold.at("/rules/0/after").asString()).isEqualTo("FAIL");
    assertThat(
            scorecards
                .result("scorecard:default/foretold", "component:default/foretold")
                .path("level")
                .asString())
        .isEqualTo("gold");
    assertThat(scorecards.post("/api/what-if", "{}").body()).contains("lacks changes");
    assertThat(scorecards.post("/api/what-if", "{\"changes\":[{}]}").body()).contains("no ref");
  }

  @Test
  void badQuestionsAreAnsweredWithWhatIsWrong() {
    assertThat(scorecards.post("/api/results/batch", "{}").body()).contains("lacks refs");
    assertThat(scorecards.post("/api/results/batch", "{\"refs\":[\"checkout\"]}").body())
        .contains("this one has no kind");
    assertThat(scorecards.post("/api/results/batch", "{\"refs\":[null]}").statusCode())
        .isEqualTo(400);
    assertThat(scorecards.post("/api/results/batch", "[").statusCode()).isEqualTo(400);
    assertThat(scorecards.status("/api/scorecards/default/none/results")).isEqualTo(404);
    scorecards.publish(changed(owned(), 1)).caughtUp();
    assertThat(scorecards.status("/api/scorecards/" + space + "/owned/results?first=0"))
        .isEqualTo(400);
    assertThat(scorecards.status("/api/scorecards/" + space + "/owned/results?after=%25"))
        .isEqualTo(400);
  }

  private String ref(String kind, String name) {
    return kind + ":" + space + "/" + name;
  }

  private Entity owned() {
    return scorecardHere(
        "owned",
        rule("owner", "bronze", "has(entity.spec.owner)"),
        rule("tier", "silver", "has(entity.spec.tier)"));
  }

  private Entity scorecardHere(String name, Asked... rules) {
    return scorecardFor("entity.namespace == '%s'".formatted(space), space + "/" + name, rules);
  }

  private JsonNode known(String scorecard) {
    return scorecards
        .get("/api/scorecards")
        .path("scorecards")
        .valueStream()
        .filter(known -> known.path("ref").asString().equals(ref("scorecard", scorecard)))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private JsonNode checkout() {
    return scorecards.result(ref("scorecard", "owned"), ref("component", "checkout"));
  }

  private JsonNode page(String query) {
    return scorecards.get("/api/scorecards/" + space + "/owned/results" + query);
  }

  private static List<String> entities(JsonNode page) {
    return page.path("results")
        .valueStream()
        .map(result -> result.path("entity").asString())
        .toList();
  }

  private EntityChanged[] services(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> changed(service("s%04d".formatted(i), "owner"), 1))
        .toArray(EntityChanged[]::new);
  }

  private Entity service(String name, String... fields) {
    Map<String, Object> spec = new HashMap<>();
    for (String field : fields) {
      spec.put(field, "some");
    }
    return entity(ref("component", name), spec);
  }
}
