package dev.portolan.scorecard.result.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Judgement;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.result.Announcements;
import dev.portolan.scorecard.result.Result;
import dev.portolan.scorecard.result.Revision;
import dev.portolan.scorecard.rule.CompiledScorecard;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Brings results up to date in the caller's transaction, and announces those that differ. */
@Component
public class ResultWriter {
  private final ResultTable results;
  private final Announcements announcements;

  ResultWriter(ResultTable results, Announcements announcements) {
    this.results = results;
    this.announcements = announcements;
  }

  /**
   * By all scorecards: a result of one that is not among them is withdrawn.
   *
   * @param judgement how an entity is judged, by its reference
   */
  public void revise(
      List<Subject> subjects,
      List<CompiledScorecard> scorecards,
      Function<EntityRef, Judgement> judgement,
      Instant at) {
    revise(subjects, scorecards, results.of(refs(subjects)), judgement, at);
  }

  /** By one scorecard; the results of the others stay. Empty when that one is gone. */
  public void reviseOne(
      EntityRef scorecard,
      List<Subject> subjects,
      Optional<CompiledScorecard> current,
      Instant at) {
    revise(
        subjects,
        current.stream().toList(),
        results.of(refs(subjects), scorecard),
        _ -> Judgement.WHOLE,
        at);
  }

  private void revise(
      List<Subject> subjects,
      Collection<CompiledScorecard> scorecards,
      Map<EntityRef, Map<EntityRef, Result>> before,
      Function<EntityRef, Judgement> judgement,
      Instant at) {
    List<Result> changed =
        subjects.stream()
            .flatMap(
                subject ->
                    Revision.of(
                        subject,
                        scorecards,
                        before.getOrDefault(subject.ref(), Map.of()),
                        judgement.apply(subject.ref()),
                        at)
                        .stream())
            .toList();
    if (!changed.isEmpty()) {
      results.write(changed);
      announcements.announce(changed);
    }
  }

  private static List<EntityRef> refs(List<Subject> subjects) {
    return subjects.stream().map(Subject::ref).toList();
  }
}
