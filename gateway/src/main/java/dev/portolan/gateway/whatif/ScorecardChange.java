package dev.portolan.gateway.whatif;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an entity would do on a scorecard.
 *
 * @param ref the entity
 * @param before its standing now; null when the scorecard does not apply to it
 * @param after its standing then; null when the scorecard would not apply to it
 */
public record ScorecardChange(
    EntityRef scorecard,
    EntityRef ref,
    @Nullable Standing before,
    @Nullable Standing after,
    List<RuleChange> rules) {

  /** A level, null when none is reached, and a score. */
  public record Standing(@Nullable String level, double score) {}

  /** What becomes of a rule; null where it does not apply. */
  public record RuleChange(String rule, @Nullable String before, @Nullable String after) {}
}
