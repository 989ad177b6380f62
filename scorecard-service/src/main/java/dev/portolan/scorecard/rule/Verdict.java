package dev.portolan.scorecard.rule;

import org.jspecify.annotations.Nullable;

/** What a condition says of an entity. */
public sealed interface Verdict {
  /** It holds. */
  record Holds() implements Verdict {}

  /**
   * It does not hold.
   *
   * @param reason where more can be said than that
   */
  record Fails(@Nullable String reason) implements Verdict {}

  /**
   * It need not hold.
   *
   * @param reason who allowed that, until when, and why
   */
  record Exempt(String reason) implements Verdict {}

  /** It is not for this entity. */
  record NotApplicable() implements Verdict {}

  /**
   * It cannot be told.
   *
   * @param reason for the person who wrote the condition
   */
  record Broken(String reason) implements Verdict {}
}
