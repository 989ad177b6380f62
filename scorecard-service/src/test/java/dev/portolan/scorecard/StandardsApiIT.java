package dev.portolan.scorecard;

import static dev.portolan.scorecard.EntityFixtures.changed;
import static dev.portolan.scorecard.EntityFixtures.deleted;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.EntityFixtures.relation;
import static dev.portolan.scorecard.ScorecardFixtures.METALS;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecard;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.stack.junit.LocalServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is answered about standings: why, since when, by whom, and what would be. */
class StandardsApiIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final String SHOP = "component:default/shop";

  private RunningScorecards scorecards;

  @BeforeEach
  void start() {
    scorecards = RunningScorecards.started(servers);
    scorecards
        .publish(
            changed(
                scorecardFor(
                    "entity.kind == 'Component'",
                    "ready",
                    rule("owner", "bronze", "size(related.ownedBy) > 0"),
                    rule("tier", "silver", "has(entity.spec.tier)")),
                1),
            changed(entity("group:shop", Map.of()), 1),
            changed(entity("group:pay", Map.of(), relation("childOf", "group:shop")), 1),
            changed(entity("component:shop", Map.of(), relation("ownedBy", "group:pay")), 1),
            changed(entity("component:site", Map.of(), relation("ownedBy", "group:shop")), 1))
        .caughtUp();
  }

  @AfterEach
  void stop() {
    scorecards.close();
  }

  @Test
  void theHistoryOfAResultTellsWhatBroughtEachChange() {
    scorecards.publish(deleted("group:pay", 2)).caughtUp();

    JsonNode moves = scorecards.get("/api/results/history?entity=" + SHOP + "&first=1");

    assertThat(moves.at("/moves/0/before/level").asString()).isEqualTo("bronze");
    assertThat(moves.at("/moves/0/after/level").isNull()).isTrue();
    assertThat(moves.at("/moves/0/rules/0/rule").asString()).isEqualTo("owner");
    assertThat(moves.at("/moves/0/rules/0/after").asString()).isEqualTo("FAIL");
    assertThat(moves.at("/moves/0/causes/0").asString()).isEqualTo("group:default/pay@2");
    assertThat(moves.path("hasNextPage").asBoolean()).isTrue();

    JsonNode rest =
        scorecards.get(
            "/api/results/history?entity=" + SHOP + "&after=" + moves.path("endCursor").asString());
    assertThat(rest.path("moves")).hasSize(1);
    assertThat(rest.at("/moves/0/before").isNull()).isTrue();
  }

  @Test
  void evidenceIsWhatTheRuleLookedAt() {
    JsonNode rules =
        scorecards.get("/api/results/evidence?scorecard=scorecard:ready&entity=" + SHOP);

    assertThat(rules.at("/rules/0/seen/0/what").asString()).isEqualTo("related.ownedBy");
    assertThat(rules.at("/rules/0/seen/0/value/0").asString()).isEqualTo("group:default/pay");
    assertThat(rules.at("/rules/1/seen/0/what").asString()).isEqualTo("entity.spec.tier");
    assertThat(rules.at("/rules/1/seen/0/value").isNull()).isTrue();
    assertThat(rules.at("/rules/1/seen/0/event").asString()).isEqualTo(SHOP + "@1");
  }

  @Test
  void aGroupStandsAsWhatItAndItsTeamsOwn() {
    JsonNode places = scorecards.get("/api/scorecards/default/ready/roll-up?by=OWNER");

    assertThat(places.at("/places/0/ref").asString()).isEqualTo("group:default/pay");
    assertThat(places.at("/places/0/entities").asInt()).isEqualTo(1);
    assertThat(places.at("/places/1/ref").asString()).isEqualTo("group:default/shop");
    assertThat(places.at("/places/1/entities").asInt()).isEqualTo(2);
    assertThat(places.at("/places/1/percentage").asDouble()).isEqualTo(50);
  }

  @Test
  void aTrendEndsWithToday() {
    JsonNode days = scorecards.get("/api/scorecards/default/ready/trend?days=3");

    assertThat(days.path("days")).hasSize(3);
    assertThat(days.at("/days/0/entities").asInt()).isZero();
    assertThat(days.at("/days/2/entities").asInt()).isEqualTo(2);
    assertThat(days.at("/days/2/levels/bronze").asInt()).isEqualTo(2);
  }

  @Test
  void whoMovedMostIsTold() {
    // What is new this week did not move; so nobody has, until the beginning of the week is past.
    scorecards
        .publish(
            changed(
                entity("component:shop", Map.of("tier", 1), relation("ownedBy", "group:pay")), 2))
        .caughtUp();

    assertThat(scorecards.get("/api/scorecards/default/ready/movers?by=OWNER").path("movers"))
        .isEmpty();
  }

  @Test
  void whatGivesMostIsToBeMendedFirst() {
    JsonNode fixes = scorecards.get("/api/fixes?of=group:shop&by=OWNER");

    assertThat(fixes.at("/fixes/0/rule").asString()).isEqualTo("tier");
    assertThat(fixes.at("/fixes/0/entities").asInt()).isEqualTo(2);
    assertThat(scorecards.get("/api/fixes?of=" + SHOP).at("/fixes/0/entities").asInt())
        .isEqualTo(1);
  }

  @Test
  void aDryRunTellsWhoWouldFailBeforeAnybodyIsHeldAgainstIt() {
    JsonNode answer =
        dryRun(
            scorecardFor(
                "entity.kind == 'Component'",
                "ready",
                rule("owner", "bronze", "related.ownedBy.exists(o, o.name == 'shop')"),
                rule("typo", "gold", "entity.knid == 'x'")),
            List.of());

    assertThat(answer.at("/outcome/complete").asBoolean()).isTrue();
    assertThat(answer.at("/outcome/entities").asInt()).isGreaterThan(2);
    assertThat(answer.at("/outcome/applies").asInt()).isEqualTo(2);
    assertThat(answer.at("/outcome/rules/0/counts/FAIL").asInt()).isEqualTo(1);
    assertThat(answer.at("/outcome/rules/0/failing/0").asString()).isEqualTo(SHOP);
    assertThat(answer.at("/outcome/fall").asInt()).isEqualTo(1);
    assertThat(answer.at("/problems/0/message").asString()).contains("did you mean kind?");
    assertThat(scorecards.result("scorecard:default/ready", SHOP).path("level").asString())
        .as("nobody was held against it")
        .isEqualTo("bronze");
  }

  @Test
  void aDryRunSupposesEntitiesToBeAsTheyWere() {
    JsonNode answer =
        dryRun(
            scorecardFor(
                "entity.kind == 'Component'",
                "ready",
                rule("owner", "bronze", "related.ownedBy.exists(o, o.name == 'shop')")),
            List.of(
                Map.of(
                    "ref",
                    SHOP,
                    "entity",
                    entity("component:shop", Map.of(), relation("ownedBy", "group:shop")))));

    assertThat(answer.at("/outcome/applies").asInt()).isEqualTo(2);
    assertThat(answer.at("/outcome/rules/0/counts/PASS").asInt()).isEqualTo(2);
  }

  @Test
  void aCircleIsToldBeforeItIsSaved() {
    scorecards
        .publish(
            changed(
                scorecard("all", rule("r", "gold", "scorecards['default/ready'].points > 1")), 1))
        .caughtUp();

    JsonNode answer =
        JsonMapper.shared()
            .readTree(
                scorecards
                    .post(
                        "/api/scorecards/check",
                        question(
                            scorecard(
                                "ready", rule("a", "gold", "scorecards['default/all'].points > 1")),
                            List.of()))
                    .body());

    assertThat(answer.at("/problems/0/message").asString()).contains("looks in a circle");
  }

  @Test
  void anInitiativeTellsWhoHasStillToDoWhatAndRemindsThem() {
    scorecards
        .publish(
            changed(
                entity(
                    "initiative:tiers",
                    Map.of(
                        "deadline",
                        Instant.now().plus(Duration.ofDays(7)).minusSeconds(30).toString(),
                        "filter",
                        "entity.kind == 'Component'",
                        "targets",
                        List.of(Map.of("scorecard", "ready", "rules", List.of("tier"))),
                        "remindDays",
                        List.of(7))),
                1))
        .caughtUp();

    JsonNode initiative = scorecards.get("/api/initiatives").at("/initiatives/0");
    assertThat(initiative.path("status").asString()).isEqualTo("IN_PROGRESS");
    assertThat(initiative.path("open").asInt()).isEqualTo(2);
    JsonNode open = scorecards.get("/api/initiatives/default/tiers/open?first=1");
    assertThat(open.at("/open/0/entity").asString()).isEqualTo(SHOP);
    assertThat(open.at("/open/0/rules/0").asString()).isEqualTo("ready.tier");
    assertThat(open.path("hasNextPage").asBoolean()).isTrue();
    assertThat(open.path("total").asInt()).isEqualTo(2);
    JsonNode ofPay = scorecards.get("/api/initiatives/default/tiers/open?owner=group:default/pay");
    assertThat(ofPay.path("total").asInt()).isEqualTo(1);
    assertThat(ofPay.at("/open/0/owners/0").asString()).isEqualTo("group:default/pay");

    Awaitility.await()
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(scorecards.reminders())
                    .extracting(record -> new String(record.key(), UTF_8))
                    .containsExactlyInAnyOrder(
                        "initiative:default/tiers|group:default/pay",
                        "initiative:default/tiers|group:default/shop"));
  }

  @Test
  void whatIsAskedWronglyIsToldHowToAsk() {
    assertThat(scorecards.status("/api/scorecards/default/ready/trend?days=0")).isEqualTo(400);
    assertThat(scorecards.status("/api/results/history?entity=nonsense")).isEqualTo(400);
    assertThat(scorecards.status("/api/results/history?entity=" + SHOP + "&after=x"))
        .isEqualTo(400);
    assertThat(scorecards.post("/api/scorecards/dry-run", "{}").statusCode()).isEqualTo(400);
  }

  @Test
  void aScorecardOfPointsAloneAndOfCategories() {
    scorecards
        .publish(
            changed(
                entity(
                    "scorecard:points",
                    Map.of(
                        "levels",
                        METALS,
                        "categories",
                        List.of(Map.of("name", "people"), Map.of("name", "ground")),
                        "rules",
                        List.of(
                            Map.of(
                                "id", "a", "weight", 5, "category", "people", "expression", "true"),
                            Map.of(
                                "id",
                                "b",
                                "weight",
                                3,
                                "level",
                                "silver",
                                "category",
                                "ground",
                                "expression",
                                "false")))),
                1))
        .caughtUp();

    JsonNode result = scorecards.result("scorecard:default/points", SHOP);
    assertThat(result.path("points").asInt()).isEqualTo(5);
    assertThat(result.path("possible").asInt()).isEqualTo(8);
    assertThat(result.path("level").asString()).isEqualTo("bronze");
    assertThat(result.at("/categories/0/level").asString()).isEqualTo("gold");
    assertThat(result.at("/categories/1/level").asString()).isEqualTo("bronze");
  }

  private JsonNode dryRun(Entity scorecard, List<Map<String, Object>> changes) {
    return JsonMapper.shared()
        .readTree(scorecards.post("/api/scorecards/dry-run", question(scorecard, changes)).body());
  }

  private static String question(Entity scorecard, List<Map<String, Object>> changes) {
    return JsonMapper.shared()
        .writeValueAsString(Map.of("scorecard", scorecard, "changes", changes));
  }
}
