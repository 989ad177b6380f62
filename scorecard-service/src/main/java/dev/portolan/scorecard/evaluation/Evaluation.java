package dev.portolan.scorecard.evaluation;

import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Rule;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Trial;
import dev.portolan.scorecard.rule.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds an entity against a scorecard. */
public final class Evaluation {
  private Evaluation() {}

  /**
   * How the entity stands. A filter that cannot be told, such as one that reads a field which this
   * entity does not have, means that the scorecard is not for it.
   */
  public static Judged of(CompiledScorecard scorecard, Situation situation, Instant now) {
    Trial trial = Trial.at(now);
    if (!(scorecard.filter().on(situation, trial) instanceof Verdict.Holds)) {
      return Judged.NOT_FOR_IT.asLongAs(trial.moment().until());
    }
    List<Rule> rules = scorecard.scorecard().rules();
    List<RuleOutcome> outcomes = new ArrayList<>(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      outcomes.add(outcome(rules.get(i), scorecard.conditions().get(i).on(situation, trial)));
    }
    return new Judged(Standing.of(scorecard.scorecard(), outcomes), trial.moment().until());
  }

  /**
   * How the entity stands after a change, from how it stood: only what looks at what changed is
   * evaluated. What is not evaluated holds as long as it did.
   *
   * @param before how it stood by the same scorecard
   * @param touched the paths that changed, as {@link Reads} names them
   */
  public static Judged again(
      CompiledScorecard scorecard,
      Situation situation,
      Judged before,
      Set<String> touched,
      Instant now) {
    boolean isNew = touched.contains(Reads.ENTITY);
    if (isNew || scorecard.filter().reads().areTouchedBy(touched)) {
      return of(scorecard, situation, now);
    }
    Standing standing = before.standing();
    if (standing == null) {
      return before;
    }
    List<Rule> rules = scorecard.scorecard().rules();
    List<RuleOutcome> outcomes = new ArrayList<>(standing.rules());
    Trial trial = Trial.at(now);
    for (int i = 0; i < rules.size(); i++) {
      if (isUnsure(standing, i, rules.get(i))) {
        return of(scorecard, situation, now);
      }
      boolean mayExpire = touched.contains(Reads.TIME) && outcomes.get(i).status() == Status.EXEMPT;
      if (mayExpire || scorecard.conditions().get(i).reads().areTouchedBy(touched)) {
        outcomes.set(i, outcome(rules.get(i), scorecard.conditions().get(i).on(situation, trial)));
        if (outcomes.get(i).status() == Status.ERROR) {
          return of(scorecard, situation, now);
        }
      }
    }
    Judged after = new Judged(Standing.of(scorecard.scorecard(), outcomes), trial.moment().until());
    return touched.contains(Reads.TIME) ? after : after.asLongAs(before.until());
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
      case Verdict.Fails(var reason) -> new RuleOutcome(rule.id(), Status.FAIL, reason);
      case Verdict.Exempt(String reason) -> new RuleOutcome(rule.id(), Status.EXEMPT, reason);
      case Verdict.NotApplicable() -> new RuleOutcome(rule.id(), Status.NOT_APPLICABLE, null);
      case Verdict.Broken(String reason) -> new RuleOutcome(rule.id(), Status.ERROR, reason);
    };
  }
}
