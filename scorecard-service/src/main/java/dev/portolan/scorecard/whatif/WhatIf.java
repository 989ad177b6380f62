package dev.portolan.scorecard.whatif;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Judged;
import dev.portolan.scorecard.evaluation.Judgement;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.evaluation.Touch;
import dev.portolan.scorecard.result.Result.ResultKey;
import dev.portolan.scorecard.result.Revision;
import dev.portolan.scorecard.result.Scope;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Standards;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds entities as they would be against the scorecards as they are. */
public final class WhatIf {
  private WhatIf() {}

  /**
   * What an entity would be, among those to whom it would be related; null when it would not exist.
   */
  public record Supposed(EntityRef ref, @Nullable Situation situation) {}

  /**
   * The standings that would be different, by entity and then scorecard in their order.
   *
   * @param now the standings of these entities as they are
   * @param at when that would be
   */
  public static List<StandingChange> of(
      List<Supposed> supposed, Standards standards, Map<ResultKey, Standing> now, Instant at) {
    Scope scope = Scope.whole(standards);
    return supposed.stream()
        .flatMap(
            one -> {
              Map<EntityRef, Judged> then = then(one, scope, at);
              return standards.inOrder().stream()
                  .map(CompiledScorecard::ref)
                  .flatMap(
                      scorecard ->
                          StandingChange.between(
                              scorecard,
                              one.ref(),
                              now.get(new ResultKey(scorecard, one.ref())),
                              then.getOrDefault(scorecard, Judged.NOT_FOR_IT).standing())
                              .stream());
            })
        .toList();
  }

  private static Map<EntityRef, Judged> then(Supposed supposed, Scope scope, Instant at) {
    Situation situation = supposed.situation();
    return situation == null
        ? Map.of()
        : scope.judge(situation, Revision.Before.NOTHING, Touch.none(), Judgement.WHOLE, at);
  }
}
