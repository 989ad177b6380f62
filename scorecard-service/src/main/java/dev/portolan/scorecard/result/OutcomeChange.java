package dev.portolan.scorecard.result;

import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.evaluation.Standing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule's outcome before and after.
 *
 * @param rule its id
 * @param before null where it was not asked of the entity
 * @param after null where it is asked no more
 * @param message of the outcome after, where there is one
 */
public record OutcomeChange(
    String rule, @Nullable Status before, @Nullable Status after, @Nullable String message) {

  /** The rules whose outcome differs: those that there are, in their order, then those no more. */
  public static List<OutcomeChange> between(@Nullable Standing before, @Nullable Standing after) {
    Map<String, RuleOutcome> then = outcomes(before);
    Map<String, RuleOutcome> now = outcomes(after);
    List<OutcomeChange> changes = new ArrayList<>();
    now.forEach(
        (rule, outcome) -> {
          RuleOutcome old = then.get(rule);
          if (old == null || old.status() != outcome.status()) {
            changes.add(
                new OutcomeChange(
                    rule, old == null ? null : old.status(), outcome.status(), outcome.message()));
          }
        });
    then.forEach(
        (rule, outcome) -> {
          if (!now.containsKey(rule)) {
            changes.add(new OutcomeChange(rule, outcome.status(), null, null));
          }
        });
    return changes;
  }

  private static Map<String, RuleOutcome> outcomes(@Nullable Standing standing) {
    Map<String, RuleOutcome> outcomes = new LinkedHashMap<>();
    if (standing != null) {
      standing.rules().forEach(outcome -> outcomes.put(outcome.rule(), outcome));
    }
    return outcomes;
  }
}
