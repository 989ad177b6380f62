package dev.portolan.scorecard.result;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Judged;
import dev.portolan.scorecard.evaluation.Judgement;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.evaluation.Touch;
import dev.portolan.scorecard.result.Result.ResultKey;
import dev.portolan.scorecard.rule.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the results of an entity up to date.
 *
 * @param results those that differ, as they are now
 * @param standings how it stood where it stands otherwise now, by scorecard; null where the
 *     scorecard was not for it
 * @param due from when on it may stand otherwise though nothing changes but the time, where that
 *     differs from before; the end of time for never
 */
public record Revision(
    List<Result> results,
    Map<EntityRef, @Nullable Standing> standings,
    Map<EntityRef, Instant> due) {

  /**
   * How the results of an entity were.
   *
   * @param results by scorecard, withdrawn ones too
   * @param due as far as the time may change them
   */
  public record Before(Map<EntityRef, Result> results, Map<EntityRef, Instant> due) {
    /** Nothing was known of it. */
    public static final Before NOTHING = new Before(Map.of(), Map.of());

    Judged judged(EntityRef scorecard) {
      Result result = results.get(scorecard);
      return new Judged(
          result == null ? null : result.standing(), due.getOrDefault(scorecard, Instant.MAX));
    }
  }

  /**
   * What becomes of the results of one entity; those that stay as they are, are left out.
   *
   * @param subject the entity as it is now
   * @param scope by which scorecards
   * @param touch what changed for it
   * @param judgement tells how it stands by one
   */
  public static Revision of(
      Subject subject, Scope scope, Before before, Touch touch, Judgement judgement, Instant at) {
    Map<EntityRef, Judged> now = new LinkedHashMap<>();
    before.results().keySet().stream()
        .filter(scope::isGone)
        .forEach(scorecard -> now.put(scorecard, Judged.NOT_FOR_IT));
    before.due().keySet().stream()
        .filter(scope::isGone)
        .forEach(scorecard -> now.put(scorecard, Judged.NOT_FOR_IT));
    switch (subject) {
      case Subject.Present(Situation situation) ->
          now.putAll(scope.judge(situation, before, touch, judgement, at));
      case Subject.Gone _ ->
          scope.scorecards().forEach(each -> now.put(each.ref(), Judged.NOT_FOR_IT));
    }
    return differing(subject, before, now, at);
  }

  private static Revision differing(
      Subject subject, Before before, Map<EntityRef, Judged> now, Instant at) {
    List<Result> results = new ArrayList<>();
    Map<EntityRef, @Nullable Standing> standings = new HashMap<>();
    Map<EntityRef, Instant> due = new HashMap<>();
    now.forEach(
        (scorecard, judged) -> {
          Judged then = before.judged(scorecard);
          if (!judged.until().equals(then.until())) {
            due.put(scorecard, judged.until());
          }
          ResultChange.decide(
                  new ResultKey(scorecard, subject.ref()),
                  before.results().get(scorecard),
                  judged.standing(),
                  subject.version(),
                  at)
              .result()
              .ifPresent(
                  result -> {
                    results.add(result);
                    standings.put(scorecard, then.standing());
                  });
        });
    return new Revision(results, standings, due);
  }
}
