package dev.portolan.scorecard.rule;

/** What a condition says of an entity. */
public sealed interface Verdict {
  /** It holds. */
  record Holds() implements Verdict {}

  /** It does not hold. */
  record Fails() implements Verdict {}

  /**
   * It cannot be told.
   *
   * @param reason for the person who wrote the condition
   */
  record Broken(String reason) implements Verdict {}
}
