package dev.portolan.scorecard.rule;

/** A condition on the facts of an entity. It never throws, and costs no more than its budget. */
@FunctionalInterface
public interface Condition {
  Verdict on(Facts facts, Budget budget);

  /** What it looks at; a condition that always says the same looks at nothing. */
  default Reads reads() {
    return Reads.NOTHING;
  }
}
