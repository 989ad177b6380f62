package dev.portolan.scorecard.result;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.scorecard.evaluation.Standing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a scorecard for an entity.
 *
 * @param key which scorecard, which entity
 * @param version rises by one with each change of this result, from 1, and survives withdrawal
 * @param standing how the entity stands; null when the result is withdrawn, because the scorecard
 *     is not for the entity any more or one of the two is gone
 * @param entityVersion the version of the entity that was evaluated
 * @param evaluatedAt when
 */
public record Result(
    ResultKey key,
    long version,
    @Nullable Standing standing,
    long entityVersion,
    Instant evaluatedAt) {

  /**
   * Whose result it is.
   *
   * @param scorecard an entity of kind Scorecard
   * @param entity what was evaluated
   */
  public record ResultKey(EntityRef scorecard, EntityRef entity) {
    /** The form that keys the results' topic. */
    @Override
    public String toString() {
      return scorecard + "|" + entity;
    }
  }

  /** What other systems are told. */
  public ScorecardResultChanged event() {
    return new ScorecardResultChanged(
        key.scorecard(),
        key.entity(),
        version,
        standing == null ? null : standing.level(),
        standing == null ? 0 : standing.points(),
        standing == null ? 0 : standing.possible(),
        standing == null ? List.<RuleOutcome>of() : standing.rules(),
        entityVersion,
        evaluatedAt);
  }
}
