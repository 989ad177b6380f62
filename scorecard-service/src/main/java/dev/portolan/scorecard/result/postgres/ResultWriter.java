package dev.portolan.scorecard.result.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Judgement;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.evaluation.Touch;
import dev.portolan.scorecard.result.Announcements;
import dev.portolan.scorecard.result.Result;
import dev.portolan.scorecard.result.Revision;
import dev.portolan.scorecard.result.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Brings results up to date in the caller's transaction, and announces those that differ. */
@Component
public class ResultWriter {
  private final ResultTable results;
  private final DueTable due;
  private final ResultChangeTable history;
  private final Announcements announcements;

  ResultWriter(
      ResultTable results, DueTable due, ResultChangeTable history, Announcements announcements) {
    this.results = results;
    this.due = due;
    this.history = history;
    this.announcements = announcements;
  }

  /** The scorecards that are for entities, by entity. */
  public Map<EntityRef, Set<EntityRef>> judging(Collection<EntityRef> entities) {
    return results.judging(entities);
  }

  /** What becomes of an entity's results. */
  public record Revised(EntityRef entity, Revision revision) {}

  /**
   * Brings them up to date.
   *
   * @param scope by which scorecards
   * @param touches what changed for an entity, by its reference
   * @param judgement how an entity is held against a scorecard
   */
  public void revise(
      List<Subject> subjects,
      Scope scope,
      Function<EntityRef, Touch> touches,
      Judgement judgement,
      Instant at) {
    write(revised(subjects, scope, touches, judgement, at), touches);
  }

  /** What is to be written to bring them up to date; nothing is written. */
  public List<Revised> revised(
      List<Subject> subjects,
      Scope scope,
      Function<EntityRef, Touch> touches,
      Judgement judgement,
      Instant at) {
    List<EntityRef> refs = subjects.stream().map(Subject::ref).toList();
    Map<EntityRef, Map<EntityRef, Result>> before = results.of(refs);
    Map<EntityRef, Map<EntityRef, Instant>> dueBefore = due.of(refs);
    return subjects.parallelStream()
        .map(
            subject ->
                new Revised(
                    subject.ref(),
                    Revision.of(
                        subject,
                        scope,
                        new Revision.Before(
                            before.getOrDefault(subject.ref(), Map.of()),
                            dueBefore.getOrDefault(subject.ref(), Map.of())),
                        touches.apply(subject.ref()),
                        judgement,
                        at)))
        .toList();
  }

  /** Writes what was found out. */
  public void write(List<Revised> revised, Function<EntityRef, Touch> touches) {
    List<Result> changed = new ArrayList<>();
    List<ResultChangeTable.Row> told = new ArrayList<>();
    Map<EntityRef, Map<EntityRef, Instant>> dueNow = new HashMap<>();
    for (Revised each : revised) {
      Revision revision = each.revision();
      changed.addAll(revision.results());
      for (Result result : revision.results()) {
        told.add(
            new ResultChangeTable.Row(
                result,
                revision.standings().get(result.key().scorecard()),
                touches.apply(each.entity()).causes()));
      }
      if (!revision.due().isEmpty()) {
        dueNow.put(each.entity(), revision.due());
      }
    }
    due.write(dueNow);
    if (!changed.isEmpty()) {
      results.write(changed);
      history.write(told);
      announcements.announce(changed);
    }
  }
}
