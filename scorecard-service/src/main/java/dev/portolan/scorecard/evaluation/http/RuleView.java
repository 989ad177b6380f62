package dev.portolan.scorecard.evaluation.http;

import dev.portolan.scorecard.rule.Fix;
import dev.portolan.scorecard.rule.Proof;
import dev.portolan.scorecard.rule.Rule;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is answered.
 *
 * @param expression what decides, in CEL; null where somebody looks, or another rule decides
 * @param manualEveryDays for how many days somebody's answer counts; null where nobody need look,
 *     or an answer counts for ever
 */
record RuleView(
    String id,
    String title,
    @Nullable String description,
    @Nullable Fix fix,
    @Nullable String level,
    @Nullable String category,
    int weight,
    @Nullable String when,
    @Nullable String expression,
    @Nullable Long manualEveryDays) {

  private static @Nullable Long days(Proof proof) {
    return proof instanceof Proof.Manual(var every, _) && every != null ? every.toDays() : null;
  }

  static RuleView of(Rule rule) {
    return new RuleView(
        rule.id(),
        rule.title(),
        rule.description(),
        rule.fix(),
        rule.level(),
        rule.category(),
        rule.weight(),
        rule.when(),
        rule.proof() instanceof Proof.Expression(String cel) ? cel : null,
        days(rule.proof()));
  }
}
