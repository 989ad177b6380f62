package dev.portolan.scorecard;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static dev.portolan.scorecard.EntityFixtures.changed;
import static dev.portolan.scorecard.EntityFixtures.deleted;
import static dev.portolan.scorecard.EntityFixtures.dependsOn;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.EntityFixtures.relation;
import static dev.portolan.scorecard.ScorecardFixtures.METALS;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecard;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.FactChanged;
import dev.portolan.stack.junit.LocalServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Rules see more than entities: facts, the graph, the time, scorecards, and what people decide. */
class WiderViewIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final String SHOP = "component:default/shop";

  private RunningScorecards scorecards;

  @BeforeEach
  void start() {
    scorecards = RunningScorecards.started(servers);
  }

  @AfterEach
  void stop() {
    scorecards.close();
  }

  @Test
  void aFactMovesTheRuleThatLooksAtItAndNoOther() {
    scorecards
        .publish(
            changed(
                scorecard(
                    "tested",
                    rule("covered", "bronze", "has(facts.coverage) && facts.coverage.line >= 80"),
                    rule("owned", "silver", "has(entity.spec.owner)")),
                1),
            changed(entity("component:shop", Map.of()), 1))
        .caughtUp();
    assertThat(status("tested", "covered")).isEqualTo("FAIL");
    double before = evaluations();

    scorecards.publish(fact("coverage", 1, Map.of("line", 81.5))).caughtUp();
    assertThat(status("tested", "covered")).isEqualTo("PASS");
    assertThat(evaluations() - before).as("the one rule").isEqualTo(1);

    scorecards.publish(fact("cost", 1, Map.of("monthly", 12))).caughtUp();
    assertThat(evaluations() - before).as("nobody looks at the cost").isEqualTo(1);

    scorecards.publish(fact("coverage", 2, null)).caughtUp();
    assertThat(status("tested", "covered")).isEqualTo("FAIL");
  }

  @Test
  void aFactMayComeBeforeItsEntity() {
    scorecards.publish(fact("coverage", 1, Map.of("line", 90))).caughtUp();
    scorecards
        .publish(
            changed(scorecard("tested", rule("covered", "bronze", "facts.coverage.line > 80")), 1),
            changed(entity("component:shop", Map.of()), 1))
        .caughtUp();

    assertThat(status("tested", "covered")).isEqualTo("PASS");
  }

  @Test
  void theGraphIsCountedAnewWhenARelationFarAwayChanges() {
    scorecards
        .publish(
            changed(
                scorecard(
                    "loose",
                    rule("radius", "bronze", "graph.blastRadius < 2"),
                    rule("direct", "silver", "graph.dependents <= 1"),
                    rule("circle", "gold", "graph.cycleSize == 0")),
                1),
            changed(entity("resource:db", Map.of()), 1),
            changed(entity("component:shop", Map.of(), dependsOn("resource:db")), 1))
        .caughtUp();
    assertThat(level("loose", "resource:default/db")).isEqualTo("gold");

    scorecards
        .publish(changed(entity("component:site", Map.of(), dependsOn("component:shop")), 1))
        .caughtUp();
    assertThat(outcome("loose", "resource:default/db", "radius")).isEqualTo("FAIL");
    assertThat(outcome("loose", "resource:default/db", "direct")).isEqualTo("PASS");

    scorecards
        .publish(changed(entity("resource:db", Map.of(), dependsOn("component:site")), 2))
        .caughtUp();
    assertThat(outcome("loose", SHOP, "circle")).isEqualTo("FAIL");

    scorecards.publish(deleted("component:site", 2)).caughtUp();
    assertThat(level("loose", "resource:default/db")).isEqualTo("gold");
  }

  @Test
  void theGraphIsCountedAnewWhenAKindSaysOtherwiseWhichWayTroubleTravels() {
    scorecards
        .publish(
            changed(scorecard("loose", rule("radius", "gold", "graph.blastRadius < 1")), 1),
            changed(entity("resource:db", Map.of()), 1),
            changed(entity("component:shop", Map.of(), relation("mooredAt", "resource:db")), 1))
        .caughtUp();
    assertThat(outcome("loose", "resource:default/db", "radius")).isEqualTo("PASS");

    scorecards.publish(changed(ship("toSource"), 1)).caughtUp();
    assertThat(outcome("loose", "resource:default/db", "radius")).isEqualTo("FAIL");
    assertThat(outcome("loose", SHOP, "radius")).isEqualTo("PASS");

    scorecards.publish(changed(ship("toTarget"), 2)).caughtUp();
    assertThat(outcome("loose", "resource:default/db", "radius")).isEqualTo("PASS");
    assertThat(outcome("loose", SHOP, "radius")).isEqualTo("FAIL");

    scorecards.publish(deleted("kind:ship", 3)).caughtUp();
    assertThat(outcome("loose", SHOP, "radius")).isEqualTo("PASS");
  }

  private static Entity ship(String trouble) {
    return entity(
        "kind:ship",
        Map.of(
            "relations",
            List.of(Map.of("field", "/berth", "type", "mooredAt", "trouble", trouble))));
  }

  @Test
  void aDateThatPassesMovesTheRuleThatAskedForIt() {
    Instant soon = Instant.now().plusSeconds(4);
    scorecards
        .publish(
            changed(
                scorecard("fresh", rule("valid", "bronze", "!within(entity.spec.until, 1)")), 1),
            changed(entity("component:shop", Map.of("until", soon.toString())), 1))
        .caughtUp();
    assertThat(status("fresh", "valid")).isEqualTo("PASS");

    Awaitility.await().untilAsserted(() -> assertThat(status("fresh", "valid")).isEqualTo("FAIL"));
    assertThat(Instant.now()).isAfterOrEqualTo(soon);
  }

  @Test
  void whatIsExemptIsNotInTheWayUntilTheExemptionEnds() {
    Instant soon = Instant.now().plusSeconds(5);
    scorecards
        .publish(
            changed(
                scorecard(
                    "ready",
                    rule("kind", "bronze", "entity.kind == 'Component'"),
                    rule("owner", "bronze", "has(entity.spec.owner)")),
                1),
            changed(entity("component:shop", Map.of()), 1))
        .caughtUp();
    assertThat(level("ready", SHOP)).isNull();

    scorecards.publish(changed(exemption("requested", soon), 1)).caughtUp();
    assertThat(status("ready", "owner")).as("asked for and not granted").isEqualTo("FAIL");

    scorecards.publish(changed(exemption("approved", soon), 2)).caughtUp();
    assertThat(status("ready", "owner")).isEqualTo("EXEMPT");
    assertThat(level("ready", SHOP)).isEqualTo("gold");
    assertThat(result("ready").path("possible").asInt()).isEqualTo(1);

    Awaitility.await().untilAsserted(() -> assertThat(status("ready", "owner")).isEqualTo("FAIL"));
  }

  @Test
  void aManualRuleHoldsForAsLongAsSomebodysAnswerCounts() {
    scorecards
        .publish(
            changed(
                entity(
                    "scorecard:ready",
                    Map.of(
                        "levels",
                        METALS,
                        "rules",
                        List.of(
                            Map.of(
                                "id",
                                "drill",
                                "level",
                                "gold",
                                "manual",
                                Map.of("every", "90d"))))),
                1),
            changed(entity("component:shop", Map.of()), 1))
        .caughtUp();
    assertThat(status("ready", "drill")).isEqualTo("FAIL");

    scorecards.publish(changed(check(Instant.now(), true), 1)).caughtUp();
    assertThat(status("ready", "drill")).isEqualTo("PASS");

    scorecards.publish(changed(check(Instant.now().minus(Duration.ofDays(91)), true), 2));
    scorecards.caughtUp();
    assertThat(status("ready", "drill")).isEqualTo("FAIL");
  }

  @Test
  void aScorecardSeesHowTheEntityStandsByAnotherAndMovesWithIt() {
    scorecards
        .publish(
            changed(
                scorecard(
                    "all", rule("ready", "gold", "'gold' in scorecards['default/ready'].reached")),
                1),
            changed(scorecard("ready", rule("owner", "gold", "has(entity.spec.owner)")), 1),
            changed(entity("component:shop", Map.of()), 1))
        .caughtUp();
    assertThat(status("all", "ready")).isEqualTo("FAIL");

    scorecards.publish(changed(entity("component:shop", Map.of("owner", "x")), 2)).caughtUp();
    assertThat(status("all", "ready")).isEqualTo("PASS");

    scorecards
        .publish(changed(scorecard("ready", rule("owner", "gold", "has(entity.spec.boss)")), 2))
        .caughtUp();
    assertThat(status("all", "ready")).isEqualTo("FAIL");
  }

  @Test
  void scorecardsThatLookAtEachOtherInACircleSaySoAndNeverPass() {
    scorecards
        .publish(
            changed(
                scorecard("a", rule("b", "gold", "scorecards['default/b'].percentage > 50.0")), 1),
            changed(
                scorecard(
                    "b",
                    rule("a", "gold", "scorecards['default/a'].percentage > 50.0"),
                    rule("fine", "gold", "true")),
                1),
            changed(entity("component:shop", Map.of()), 1))
        .caughtUp();

    assertThat(status("a", "b")).isEqualTo("ERROR");
    assertThat(status("b", "a")).isEqualTo("ERROR");
    assertThat(status("b", "fine")).isEqualTo("PASS");
    assertThat(scorecards.get("/api/scorecards").at("/scorecards/0/problems/0/message").asString())
        .contains("looks in a circle");

    scorecards.publish(changed(scorecard("b", rule("fine", "gold", "true")), 2)).caughtUp();
    assertThat(status("a", "b")).isEqualTo("PASS");
  }

  @Test
  void anInitiativeHoldsEntitiesAgainstRulesOfScorecards() {
    scorecards
        .publish(
            changed(
                scorecardFor(
                    "entity.kind == 'Component'",
                    "ready",
                    rule("owner", "bronze", "has(entity.spec.owner)"),
                    rule("tier", "silver", "has(entity.spec.tier)")),
                1),
            changed(
                entity(
                    "initiative:owners",
                    Map.of(
                        "deadline",
                        "2027-03-31",
                        "filter",
                        "entity.kind in ['Component', 'Api']",
                        "targets",
                        List.of(Map.of("scorecard", "ready", "rules", List.of("owner"))))),
                1),
            changed(entity("component:shop", Map.of()), 1),
            changed(entity("api:shop", Map.of()), 1))
        .caughtUp();
    assertThat(
            scorecards.result("initiative:default/owners", SHOP).at("/rules/0/status").asString())
        .isEqualTo("FAIL");
    assertThat(
            scorecards
                .result("initiative:default/owners", "api:default/shop")
                .at("/rules/0/status")
                .asString())
        .isEqualTo("NOT_APPLICABLE");

    scorecards.publish(changed(entity("component:shop", Map.of("owner", "x")), 2)).caughtUp();
    assertThat(scorecards.result("initiative:default/owners", SHOP).path("level").asString())
        .isEqualTo("done");
  }

  @Test
  void aDraftIsHeldAgainstNobodyAndAnArchivedScorecardNoMore() {
    scorecards
        .publish(changed(staged("draft"), 1), changed(entity("component:shop", Map.of()), 1))
        .caughtUp();
    assertThat(result("ready").isMissingNode()).isTrue();

    scorecards.publish(changed(staged("published"), 2)).caughtUp();
    assertThat(status("ready", "any")).isEqualTo("PASS");

    scorecards.publish(changed(staged("archived"), 3)).caughtUp();
    assertThat(result("ready").isMissingNode()).isTrue();
    assertThat(scorecards.get("/api/scorecards").at("/scorecards/0/stage").asString())
        .isEqualTo("ARCHIVED");
  }

  private static Entity staged(String status) {
    return entity(
        "scorecard:ready",
        Map.of(
            "status",
            status,
            "levels",
            METALS,
            "rules",
            List.of(rule("any", "gold", "true").descriptor())));
  }

  private static Entity exemption(String status, Instant expires) {
    return entity(
        "exemption:shop-owner",
        Map.of(
            "scorecard",
            "ready",
            "rules",
            List.of("owner"),
            "status",
            status,
            "reason",
            "moves next month",
            "expires",
            expires.toString()),
        relation("exempts", SHOP));
  }

  private static Entity check(Instant at, boolean passed) {
    return entity(
        "check:shop-drill",
        Map.of("scorecard", "ready", "rule", "drill", "passed", passed, "at", at.toString()),
        relation("checks", SHOP));
  }

  private static FactChanged fact(String name, long version, @Nullable Object value) {
    return new FactChanged(EntityRef.parse(SHOP), name, version, value, "sonar", NOW, NOW);
  }

  private JsonNode result(String scorecard) {
    return scorecards.result("scorecard:default/" + scorecard, SHOP);
  }

  private String status(String scorecard, String rule) {
    return outcome(scorecard, SHOP, rule);
  }

  private String outcome(String scorecard, String entity, String rule) {
    return scorecards
        .result("scorecard:default/" + scorecard, entity)
        .path("rules")
        .valueStream()
        .filter(outcome -> outcome.path("rule").asString().equals(rule))
        .map(outcome -> outcome.path("status").asString())
        .findFirst()
        .orElse("");
  }

  private @Nullable String level(String scorecard, String entity) {
    JsonNode level = scorecards.result("scorecard:default/" + scorecard, entity).path("level");
    return level.isString() ? level.asString() : null;
  }

  private double evaluations() {
    return scorecards.metric("portolan_scorecard_evaluations_total");
  }
}
