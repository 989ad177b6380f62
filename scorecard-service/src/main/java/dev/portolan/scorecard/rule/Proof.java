package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How it is told whether a rule holds. */
public sealed interface Proof {
  /** By an expression in CEL; empty when the descriptor has none, which is a {@link Problem}. */
  record Expression(String cel) implements Proof {}

  /**
   * By somebody who looks, and says so in an entity of kind Check.
   *
   * @param every for how long an answer counts; null for ever
   * @param notes what to look at
   */
  record Manual(@Nullable Duration every, @Nullable String notes) implements Proof {
    /** The condition, for that rule of that scorecard. */
    public Condition condition(EntityRef scorecard, String rule) {
      return new ManualCondition(scorecard, rule, every);
    }
  }

  /** By the outcome of a scorecard's rule, as initiatives ask for it. */
  record Elsewhere(EntityRef scorecard, String rule) implements Proof {
    /** The condition. */
    public Condition condition() {
      return new ElsewhereCondition(this);
    }
  }
}
