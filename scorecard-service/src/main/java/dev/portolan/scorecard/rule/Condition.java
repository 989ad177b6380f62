package dev.portolan.scorecard.rule;

/** A condition on an entity's situation. It never throws, and costs no more than its budget. */
@FunctionalInterface
public interface Condition {
  Verdict on(Situation situation, Trial trial);

  /** What it looks at; a condition that always says the same looks at nothing. */
  default Reads reads() {
    return Reads.NOTHING;
  }
}
