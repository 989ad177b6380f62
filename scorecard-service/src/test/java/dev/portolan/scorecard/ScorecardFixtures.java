package dev.portolan.scorecard;

import static dev.portolan.scorecard.EntityFixtures.entity;

import dev.portolan.events.Entity;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.ScorecardReader;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.cel.CelScorecardCompiler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Scorecards that read like speech: {@code scorecard("ready", rule("bronze", "…"))}. */
public final class ScorecardFixtures {
  public static final List<Map<String, Object>> METALS =
      List.of(level("bronze", 1), level("silver", 2), level("gold", 3));

  private ScorecardFixtures() {}

  public static Map<String, Object> level(String name, int rank) {
    return Map.of("name", name, "rank", rank);
  }

  /** A rule as a descriptor says it. */
  public record Asked(String id, String level, String expression) {
    public Map<String, Object> descriptor() {
      return Map.of("id", id, "level", level, "expression", expression);
    }
  }

  public static Asked rule(String id, String level, String expression) {
    return new Asked(id, level, expression);
  }

  /** For all entities, with the levels bronze, silver and gold. */
  public static Entity scorecard(String name, Asked... rules) {
    return entity("scorecard:" + name, Map.of("levels", METALS, "rules", descriptors(rules)));
  }

  /** For the entities that the filter holds of, with the levels bronze, silver and gold. */
  public static Entity scorecardFor(String filter, String name, Asked... rules) {
    return entity(
        "scorecard:" + name,
        Map.of("filter", filter, "levels", METALS, "rules", descriptors(rules)));
  }

  private static List<Map<String, Object>> descriptors(Asked... rules) {
    return Arrays.stream(rules).map(Asked::descriptor).toList();
  }

  /** An entity of which nothing is known but what it states. */
  public static Situation seen(Entity entity) {
    return Situation.alone(Facts.of(entity, 1));
  }

  public static CompiledScorecard compiled(Entity scorecard) {
    return new CelScorecardCompiler().compile(ScorecardReader.read(scorecard, 1));
  }
}
