package dev.portolan.scorecard.whatif;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Evaluation;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.result.Result.ResultKey;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds entities as they would be against the scorecards as they are. */
public final class WhatIf {
  private WhatIf() {}

  /**
   * What an entity would be, among those to whom it would be related; null when it would not exist.
   */
  public record Supposed(EntityRef ref, @Nullable Facts facts) {}

  /**
   * The standings that would be different, by entity and then scorecard as they are given.
   *
   * @param now the standings of these entities as they are
   */
  public static List<StandingChange> of(
      List<Supposed> supposed, List<CompiledScorecard> scorecards, Map<ResultKey, Standing> now) {
    return supposed.stream()
        .flatMap(
            one -> scorecards.stream().flatMap(scorecard -> change(one, scorecard, now).stream()))
        .toList();
  }

  private static Optional<StandingChange> change(
      Supposed supposed, CompiledScorecard scorecard, Map<ResultKey, Standing> now) {
    Facts facts = supposed.facts();
    Standing then = facts == null ? null : Evaluation.of(scorecard, facts).orElse(null);
    return StandingChange.between(
        scorecard.ref(),
        supposed.ref(),
        now.get(new ResultKey(scorecard.ref(), supposed.ref())),
        then);
  }
}
