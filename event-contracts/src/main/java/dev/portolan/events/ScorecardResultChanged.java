package dev.portolan.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a scorecard for an entity changed; the value of every record on {@link
 * Topics#SCORECARD_RESULTS} but the tombstones.
 *
 * @param scorecard the scorecard, an entity of kind Scorecard; or of kind Initiative, which asks
 *     for some rules of scorecards until a date
 * @param entity the entity that was evaluated
 * @param version rises by one with each change of this result, from 1
 * @param level the highest level whose rules and all lower levels' rules hold; null for none, and
 *     when the scorecard does not apply any more
 * @param points what the rules give that hold
 * @param possible what all rules would give that are asked of the entity
 * @param rules the outcome of each rule, in the scorecard's order; empty when the scorecard does
 *     not apply any more
 * @param entityVersion the version of the entity that was evaluated
 * @param evaluatedAt when
 */
public record ScorecardResultChanged(
    EntityRef scorecard,
    EntityRef entity,
    long version,
    @Nullable String level,
    int points,
    int possible,
    List<RuleOutcome> rules,
    long entityVersion,
    Instant evaluatedAt) {

  /** The CloudEvents type of this event. */
  public static final String TYPE = "scorecard.result-changed.v1";

  /** Takes an absent list of rules for an empty one. */
  public ScorecardResultChanged {
    if (version < 1) {
      throw new IllegalArgumentException(
          "The result of "
              + scorecard
              + " for "
              + entity
              + " has version "
              + version
              + "; the first is 1");
    }
    rules = Absent.toEmpty(rules);
  }

  /** What became of a rule. */
  public enum Status {
    /** It holds. */
    PASS,
    /** It does not hold. */
    FAIL,
    /** It need not hold: somebody allowed that. */
    EXEMPT,
    /** It is not for this entity. */
    NOT_APPLICABLE,
    /** It could not be evaluated. */
    ERROR
  }

  /**
   * The outcome of one rule.
   *
   * @param rule the rule's id within its scorecard
   * @param status what became of it
   * @param message why it could not be evaluated, need not hold or does not hold, where there is
   *     something to say
   */
  public record RuleOutcome(String rule, Status status, @Nullable String message) {}
}
