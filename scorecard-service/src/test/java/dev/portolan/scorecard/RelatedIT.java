package dev.portolan.scorecard;

import static dev.portolan.scorecard.EntityFixtures.changed;
import static dev.portolan.scorecard.EntityFixtures.deleted;
import static dev.portolan.scorecard.EntityFixtures.dependsOn;
import static dev.portolan.scorecard.EntityFixtures.entity;
import static dev.portolan.scorecard.EntityFixtures.relation;
import static dev.portolan.scorecard.ScorecardFixtures.rule;
import static dev.portolan.scorecard.ScorecardFixtures.scorecard;
import static dev.portolan.scorecard.ScorecardFixtures.scorecardFor;
import static dev.portolan.stack.Server.KAFKA;
import static dev.portolan.stack.Server.POSTGRES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.Relation;
import dev.portolan.stack.junit.LocalServers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Rules that look at others are evaluated when those change, and only then. */
class RelatedIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, POSTGRES);

  private static final int ENTITIES = 60;
  private static final int CHANGES = 2_000;

  private final Map<String, List<Relation>> lastRelations = new HashMap<>();
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
  void aRuleSeesWhatItsEntityDependsOnAndMovesWithIt() {
    scorecards
        .publish(
            changed(
                scorecard(
                    "safe",
                    rule(
                        "safe-ground",
                        "bronze",
                        "related.dependsOn.all(d, d.spec.backup == true)")),
                1),
            changed(entity("component:shop", Map.of(), dependsOn("resource:db")), 1),
            changed(entity("resource:db", Map.of("backup", false)), 1))
        .caughtUp();
    assertThat(status("safe", "component:default/shop")).isEqualTo("FAIL");

    scorecards.publish(changed(entity("resource:db", Map.of("backup", true)), 2)).caughtUp();
    assertThat(status("safe", "component:default/shop")).isEqualTo("PASS");

    scorecards.publish(changed(entity("resource:db", Map.of("backup", false)), 3)).caughtUp();
    scorecards.publish(deleted("resource:db", 4)).caughtUp();
    assertThat(status("safe", "component:default/shop"))
        .as("what is gone is not seen")
        .isEqualTo("PASS");
  }

  @Test
  void aRuleSeesWhoDependsOnItsEntity() {
    scorecards
        .publish(
            changed(
                scorecard("used", rule("used", "bronze", "size(related.dependencyOf) >= 2")), 1),
            changed(entity("resource:db", Map.of()), 1),
            changed(entity("component:a", Map.of(), dependsOn("resource:db")), 1))
        .caughtUp();
    assertThat(status("used", "resource:default/db")).isEqualTo("FAIL");

    scorecards
        .publish(changed(entity("component:b", Map.of(), dependsOn("resource:db")), 1))
        .caughtUp();
    assertThat(status("used", "resource:default/db")).isEqualTo("PASS");

    scorecards.publish(changed(entity("component:b", Map.of()), 2)).caughtUp();
    assertThat(status("used", "resource:default/db")).isEqualTo("FAIL");
  }

  @Test
  void aChangeThatNoRuleLooksAtEvaluatesNone() {
    scorecards
        .publish(
            changed(
                scorecard(
                    "owned",
                    rule("owner", "bronze", "has(entity.spec.owner)"),
                    rule("team", "silver", "related.ownedBy.all(o, has(o.spec.oncall))")),
                1),
            changed(entity("component:a", Map.of("owner", "x"), relation("ownedBy", "group:x")), 1),
            changed(entity("group:x", Map.of("oncall", "y")), 1))
        .caughtUp();
    double before = evaluations();

    scorecards
        .publish(
            changed(
                entity(
                    "component:a",
                    Map.of("owner", "x", "colour", "red"),
                    relation("ownedBy", "group:x")),
                2),
            changed(entity("group:x", Map.of("oncall", "y", "colour", "blue")), 2))
        .caughtUp();
    assertThat(evaluations() - before).isZero();

    scorecards.publish(changed(entity("group:x", Map.of("oncall", "z")), 3)).caughtUp();
    assertThat(evaluations() - before).as("the one rule of the one component").isEqualTo(1);
  }

  @Test
  void aTeamMovesAllThatItOwnsHoweverMuchThatIs() {
    int components = 700;
    scorecards.publish(
        changed(
            scorecard("s1", rule("called", "gold", "related.ownedBy.all(o, has(o.spec.oncall))")),
            1),
        changed(entity("group:large", Map.of()), 1));
    for (int i = 0; i < components; i++) {
      scorecards.publish(
          changed(entity("component:c" + i, Map.of(), relation("ownedBy", "group:large")), 1));
    }
    scorecards.caughtUp();
    assertThat(onGold()).as("nothing but the group, which nobody owns").isEqualTo(1);

    scorecards.publish(changed(entity("group:large", Map.of("oncall", "x")), 2)).caughtUp();
    assertThat(onGold()).isEqualTo(components + 1);
  }

  private long onGold() {
    return results().values().stream()
        .filter(result -> result.path("level").asString().equals("gold"))
        .count();
  }

  @Test
  void whateverChangesTheResultsAreThoseOfAnEvaluationFromTheBeginning() {
    List<Entity> standards =
        List.of(
            scorecard(
                "s1",
                rule("own", "bronze", "has(entity.spec.a) && entity.spec.a > 1"),
                rule("down", "silver", "related.dependsOn.all(d, has(d.spec.a) && d.spec.a > 0)"),
                rule("up", "gold", "size(related.dependencyOf) < 4"),
                rule("users", "gold", "related.dependencyOf.all(d, d.spec.b < 2)")),
            scorecardFor(
                "related.partOf.exists(p, p.spec.a == 2)",
                "s2",
                rule("parts", "bronze", "related.hasPart.exists(p, p.spec.b == entity.spec.b)"),
                rule("error", "silver", "entity.spec.b / (entity.spec.a - 1) > 0"),
                rule("both", "gold", "related.dependsOn.exists(d, d in related.dependencyOf)")),
            scorecardFor(
                "entity.spec.b != 1",
                "s3",
                rule("names", "bronze", "related.dependencyOf.map(d, d.name).exists(n, n > 'e3')"),
                rule("some", "silver", "size(related.partOf) + size(related.hasPart) > 1")));
    standards.forEach(each -> scorecards.publish(changed(each, 1)));
    Random random = new Random(20_261_127);
    Map<String, Long> versions = new HashMap<>();
    List<EntityChanged> batch = new ArrayList<>();
    int size = 1;
    for (int i = 0; i < CHANGES; i++) {
      String ref = "component:e" + random.nextInt(ENTITIES);
      long version = versions.merge(ref, 1L, Long::sum);
      batch.add(
          random.nextInt(8) == 0
              ? deleted(ref, version)
              : changed(randomEntity(ref, random), version));
      if (batch.size() == size) {
        scorecards.publish(batch.toArray(EntityChanged[]::new)).caughtUp();
        batch.clear();
        size = 1 + random.nextInt(20);
      }
    }
    scorecards.publish(batch.toArray(EntityChanged[]::new)).caughtUp();
    Map<String, JsonNode> incremental = results();

    standards.forEach(each -> scorecards.publish(changed(each, 2)));
    scorecards.caughtUp();

    assertThat(incremental).hasSizeGreaterThan(ENTITIES);
    Map<String, JsonNode> whole = results();
    assertThat(whole.keySet()).isEqualTo(incremental.keySet());
    whole.forEach((key, result) -> assertThat(incremental.get(key)).as(key).isEqualTo(result));
  }

  /** Two of three changes leave the relations as they were, so that only what is seen changes. */
  private Entity randomEntity(String ref, Random random) {
    List<Relation> relations =
        random.nextInt(3) > 0 && lastRelations.containsKey(ref)
            ? lastRelations.get(ref)
            : randomRelations(random);
    lastRelations.put(ref, relations);
    Map<String, Object> spec = new HashMap<>();
    if (random.nextInt(5) > 0) {
      spec.put("a", random.nextInt(4));
    }
    spec.put("b", random.nextInt(3));
    return entity(ref, spec, relations.toArray(Relation[]::new));
  }

  private static List<Relation> randomRelations(Random random) {
    return random
        .ints(random.nextInt(5), 0, ENTITIES)
        .mapToObj(
            target ->
                relation(random.nextInt(3) == 0 ? "partOf" : "dependsOn", "component:e" + target))
        .distinct()
        .toList();
  }

  /** Without when it was: a result that is found to be the same keeps its version. */
  private Map<String, JsonNode> results() {
    Map<String, JsonNode> results = new TreeMap<>();
    for (String name : List.of("s1", "s2", "s3")) {
      JsonNode page = scorecards.get("/api/scorecards/default/" + name + "/results?first=1000");
      for (JsonNode result : page.path("results")) {
        JsonNode bare =
            ((ObjectNode) result.deepCopy()).without(List.of("evaluatedAt", "entityVersion"));
        results.put(name + " " + result.path("entity").asString(), bare);
      }
    }
    return results;
  }

  private String status(String scorecard, String entity) {
    return scorecards
        .result("scorecard:default/" + scorecard, entity)
        .at("/rules/0/status")
        .asString();
  }

  private double evaluations() {
    return scorecards.metric("portolan_scorecard_evaluations_total");
  }
}
