package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entity of kind Check: somebody looked whether an entity keeps a rule.
 *
 * @param ref the check
 * @param scorecard whose rule
 * @param rule its id
 * @param passed what was found
 * @param at when
 * @param by who looked
 * @param notes what else there is to say
 */
public record Check(
    EntityRef ref,
    EntityRef scorecard,
    String rule,
    boolean passed,
    Instant at,
    @Nullable String by,
    @Nullable String notes) {
  /** The kind of such entities, as references write it. */
  public static final String KIND = "check";

  /** The relation to the entity that was looked at. */
  public static final String RELATION = "checks";

  /** Reads one; empty when it does not say what was looked at, when, and what was found. */
  public static Optional<Check> read(Facts facts) {
    Map<?, ?> spec = facts.spec();
    Optional<EntityRef> scorecard = Texts.ref(spec.get("scorecard"), Scorecard.KIND);
    Optional<Instant> at = Texts.instant(spec.get("at"));
    if (scorecard.isEmpty()
        || at.isEmpty()
        || !(spec.get("rule") instanceof String rule)
        || !(spec.get("passed") instanceof Boolean passed)) {
      return Optional.empty();
    }
    return Optional.of(
        new Check(
            facts.ref(),
            scorecard.get(),
            rule,
            passed,
            at.get(),
            Texts.text(spec.get("by")).orElse(null),
            Texts.text(spec.get("notes")).orElse(null)));
  }

  boolean isOf(EntityRef scorecard, String rule) {
    return this.scorecard.equals(scorecard) && this.rule.equals(rule);
  }
}
