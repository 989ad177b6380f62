package dev.portolan.scorecard.evaluation;

import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.rule.Level;
import dev.portolan.scorecard.rule.Rule;
import dev.portolan.scorecard.rule.Scorecard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How an entity stands by a scorecard.
 *
 * @param level the highest level that it reached; null for none
 * @param points what the rules give that hold
 * @param possible what all rules would give that are asked of it
 * @param rules the outcome of each rule, in the scorecard's order
 */
public record Standing(@Nullable String level, int points, int possible, List<RuleOutcome> rules) {

  /** How an entity stands whose rules came out so. */
  public static Standing of(Scorecard scorecard, List<RuleOutcome> outcomes) {
    return of(scorecard, outcomes, _ -> true);
  }

  /** How an entity stands by the rules of one category alone. */
  public static Standing of(Scorecard scorecard, List<RuleOutcome> outcomes, String category) {
    return of(scorecard, outcomes, rule -> category.equals(rule.category()));
  }

  private static Standing of(
      Scorecard scorecard, List<RuleOutcome> outcomes, Predicate<Rule> counts) {
    int points = 0;
    int possible = 0;
    for (int i = 0; i < outcomes.size(); i++) {
      Rule rule = scorecard.rules().get(i);
      if (counts.test(rule)) {
        points += outcomes.get(i).status() == Status.PASS ? rule.weight() : 0;
        possible += isAsked(outcomes.get(i)) ? rule.weight() : 0;
      }
    }
    return new Standing(
        highest(scorecard, outcomes, counts), points, possible, List.copyOf(outcomes));
  }

  private static boolean isAsked(RuleOutcome outcome) {
    return switch (outcome.status()) {
      case PASS, FAIL, ERROR -> true;
      case EXEMPT, NOT_APPLICABLE -> false;
    };
  }

  private static boolean isTold(RuleOutcome outcome) {
    return switch (outcome.status()) {
      case PASS, FAIL -> true;
      case EXEMPT, NOT_APPLICABLE, ERROR -> false;
    };
  }

  private static boolean isInTheWay(RuleOutcome outcome) {
    return switch (outcome.status()) {
      case FAIL, ERROR -> true;
      case PASS, EXEMPT, NOT_APPLICABLE -> false;
    };
  }

  /**
   * The highest level such that no rule of it or of a lower level is in the way. A rule whose level
   * the scorecard does not know might belong to the lowest: while it does not pass, and being a
   * problem it never does, there is none. Nor is there one where no rule at all was asked and could
   * be told: nothing speaks for it.
   */
  private static @Nullable String highest(
      Scorecard scorecard, List<RuleOutcome> outcomes, Predicate<Rule> counts) {
    Set<String> blocked = new HashSet<>();
    boolean told = false;
    for (int i = 0; i < outcomes.size(); i++) {
      Rule rule = scorecard.rules().get(i);
      if (counts.test(rule)) {
        told |= isTold(outcomes.get(i));
        String level = rule.level();
        if (level != null && isInTheWay(outcomes.get(i))) {
          blocked.add(level);
        }
      }
    }
    return told ? highest(scorecard.levels(), blocked) : null;
  }

  private static @Nullable String highest(List<Level> levels, Set<String> blocked) {
    Set<String> unknown = new HashSet<>(blocked);
    levels.forEach(level -> unknown.remove(level.name()));
    if (!unknown.isEmpty()) {
      return null;
    }
    String highest = null;
    for (Level level : levels) {
      if (blocked.contains(level.name())) {
        return highest;
      }
      highest = level.name();
    }
    return highest;
  }

  /** The share of the possible points that it has, from 0 to 100; all where nothing is asked. */
  public double percentage() {
    return possible == 0 ? 100 : 100.0 * points / possible;
  }

  /** In the shape that rules of other scorecards see; a level that is not reached is absent. */
  public Map<String, Object> facts(Scorecard scorecard) {
    Map<String, Object> facts = HashMap.newHashMap(8);
    Map<String, String> statuses = HashMap.newHashMap(rules.size());
    rules.forEach(outcome -> statuses.put(outcome.rule(), outcome.status().name()));
    facts.put("rules", statuses);
    facts.put("points", (long) points);
    facts.put("possible", (long) possible);
    facts.put("percentage", percentage());
    facts.put("rank", 0L);
    List<String> reached = reached(scorecard.levels());
    facts.put("reached", reached);
    if (level != null) {
      facts.put("level", level);
      facts.put("rank", (long) scorecard.levels().get(reached.size() - 1).rank());
    }
    return facts;
  }

  private List<String> reached(List<Level> levels) {
    List<String> reached = new ArrayList<>();
    for (Level each : levels) {
      if (level == null || reached.contains(level)) {
        return reached;
      }
      reached.add(each.name());
    }
    return reached;
  }
}
