package dev.portolan.scorecard.evaluation;

import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.rule.Budget;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Level;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Rule;
import dev.portolan.scorecard.rule.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds an entity against a scorecard. */
public final class Evaluation {
  private Evaluation() {}

  /**
   * How the entity stands; empty when the scorecard is not for it. A filter that cannot be told,
   * such as one that reads a field which this entity does not have, means not for it.
   */
  public static Optional<Standing> of(CompiledScorecard scorecard, Facts facts) {
    Budget budget = new Budget();
    if (!(scorecard.filter().on(facts, budget) instanceof Verdict.Holds)) {
      return Optional.empty();
    }
    List<Rule> rules = scorecard.scorecard().rules();
    List<RuleOutcome> outcomes = new ArrayList<>(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      outcomes.add(outcome(rules.get(i), scorecard.conditions().get(i).on(facts, budget)));
    }
    return Optional.of(
        new Standing(
            highest(scorecard.scorecard().levels(), rules, outcomes), List.copyOf(outcomes)));
  }

  /**
   * How the entity stands after a change, from how it stood: only what looks at what changed is
   * evaluated.
   *
   * @param before how it stood by the same scorecard; null when that was not for it
   * @param touched the paths that changed, as {@link Reads} names them
   */
  public static Optional<Standing> again(
      CompiledScorecard scorecard, Facts facts, @Nullable Standing before, Set<String> touched) {
    boolean isNew = touched.contains(Reads.ENTITY);
    if (isNew || scorecard.filter().reads().areTouchedBy(touched)) {
      return of(scorecard, facts);
    }
    if (before == null) {
      return Optional.empty();
    }
    List<Rule> rules = scorecard.scorecard().rules();
    List<RuleOutcome> outcomes = new ArrayList<>(before.rules());
    Budget budget = new Budget();
    for (int i = 0; i < rules.size(); i++) {
      if (isUnsure(before, i, rules.get(i))) {
        return of(scorecard, facts);
      }
      if (scorecard.conditions().get(i).reads().areTouchedBy(touched)) {
        outcomes.set(i, outcome(rules.get(i), scorecard.conditions().get(i).on(facts, budget)));
        if (outcomes.get(i).status() == Status.ERROR) {
          return of(scorecard, facts);
        }
      }
    }
    return Optional.of(
        new Standing(
            highest(scorecard.scorecard().levels(), rules, outcomes), List.copyOf(outcomes)));
  }

  /**
   * Whether nothing can be taken from before. One rule's error may be the fault of another's cost:
   * then all are evaluated, so that the same facts have the same outcome by whatever way.
   */
  private static boolean isUnsure(Standing before, int position, Rule rule) {
    if (before.rules().size() <= position) {
      return true;
    }
    RuleOutcome outcome = before.rules().get(position);
    return !outcome.rule().equals(rule.id()) || outcome.status() == Status.ERROR;
  }

  private static RuleOutcome outcome(Rule rule, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Holds() -> new RuleOutcome(rule.id(), Status.PASS, null);
      case Verdict.Fails() -> new RuleOutcome(rule.id(), Status.FAIL, null);
      case Verdict.Broken(String reason) -> new RuleOutcome(rule.id(), Status.ERROR, reason);
    };
  }

  /**
   * The highest level such that all rules of it and of all lower levels pass. A rule whose level
   * the scorecard does not know might belong to the lowest: while it does not pass, and being a
   * problem it never does, there is none. Nor is there one where no rule at all could be told:
   * nothing speaks for it.
   */
  static @Nullable String highest(
      List<Level> levels, List<Rule> rules, List<RuleOutcome> outcomes) {
    if (outcomes.stream().allMatch(outcome -> outcome.status() == Status.ERROR)) {
      return null;
    }
    Set<String> blocked = new HashSet<>();
    for (int i = 0; i < rules.size(); i++) {
      if (outcomes.get(i).status() != Status.PASS) {
        blocked.add(rules.get(i).level());
      }
    }
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
}
