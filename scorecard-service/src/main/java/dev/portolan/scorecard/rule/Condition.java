package dev.portolan.scorecard.rule;

/** A condition on the facts of an entity. It never throws, and costs no more than its budget. */
@FunctionalInterface
public interface Condition {
  Verdict on(Facts facts, Budget budget);
}
