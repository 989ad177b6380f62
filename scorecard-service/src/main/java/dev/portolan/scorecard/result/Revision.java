package dev.portolan.scorecard.result;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Judgement;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.result.Result.ResultKey;
import dev.portolan.scorecard.rule.CompiledScorecard;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings the results of an entity up to date. */
public final class Revision {
  private Revision() {}

  /**
   * What becomes of the results of one entity; those that stay as they are, are left out.
   *
   * @param subject the entity as it is now
   * @param scorecards all that there are to be held against
   * @param before the results that there were, by scorecard; one whose scorecard is not among
   *     {@code scorecards} is withdrawn
   * @param judgement tells how it stands
   */
  public static List<Result> of(
      Subject subject,
      Collection<CompiledScorecard> scorecards,
      Map<EntityRef, Result> before,
      Judgement judgement,
      Instant at) {
    Map<EntityRef, @Nullable Standing> now = new LinkedHashMap<>();
    before.keySet().forEach(scorecard -> now.put(scorecard, null));
    switch (subject) {
      case Subject.Present(var facts) ->
          scorecards.forEach(
              scorecard ->
                  judgement
                      .of(scorecard, facts, standing(before.get(scorecard.ref())))
                      .ifPresent(standing -> now.put(scorecard.ref(), standing)));
      case Subject.Gone _ -> {}
    }
    return now.entrySet().stream()
        .map(
            entry ->
                ResultChange.decide(
                    new ResultKey(entry.getKey(), subject.ref()),
                    before.get(entry.getKey()),
                    entry.getValue(),
                    subject.version(),
                    at))
        .flatMap(Revision::differing)
        .toList();
  }

  private static @Nullable Standing standing(@Nullable Result result) {
    return result == null ? null : result.standing();
  }

  private static Stream<Result> differing(ResultChange change) {
    return switch (change) {
      case ResultChange.Unchanged() -> Stream.empty();
      case ResultChange.Changed(Result result) -> Stream.of(result);
      case ResultChange.Withdrawn(Result result) -> Stream.of(result);
    };
  }
}
