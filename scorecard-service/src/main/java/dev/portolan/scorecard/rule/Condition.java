package dev.portolan.scorecard.rule;

/** A condition on the facts of an entity. It never throws, and takes bounded time. */
@FunctionalInterface
public interface Condition {
  Verdict on(Facts facts);
}
