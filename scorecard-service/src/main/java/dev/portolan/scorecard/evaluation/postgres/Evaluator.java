package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Change;
import dev.portolan.scorecard.evaluation.Evaluation;
import dev.portolan.scorecard.evaluation.Judgement;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.evaluation.Touch;
import dev.portolan.scorecard.result.Scope;
import dev.portolan.scorecard.result.postgres.ResultWriter;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Standards;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Evaluates what a change touches, in the caller's transaction, in which nobody else evaluates. */
@Component
public class Evaluator {
  private final EntityTable entities;
  private final Situations situations;
  private final Reevaluations reevaluations;
  private final ResultWriter results;

  Evaluator(
      EntityTable entities,
      Situations situations,
      Reevaluations reevaluations,
      ResultWriter results) {
    this.entities = entities;
    this.situations = situations;
    this.reevaluations = reevaluations;
    this.results = results;
  }

  /** Evaluates entities that did not change themselves. */
  public void evaluate(Map<EntityRef, Touch> touched, Standards standards, Instant now) {
    evaluate(touched, List.of(), standards, now);
  }

  /**
   * Evaluates entities.
   *
   * @param touched what changed for whom
   * @param changes entities that changed themselves
   */
  void evaluate(
      Map<EntityRef, Touch> touched, Collection<Change> changes, Standards standards, Instant now) {
    if (!touched.isEmpty()) {
      results.revise(
          subjects(touched, changes, standards),
          Scope.whole(standards),
          ref -> touched.getOrDefault(ref, Touch.none()),
          again(reevaluations.unfinished()),
          now);
    }
  }

  /** The touched entities as they are now; of those that do not exist, only who is gone now. */
  private List<Subject> subjects(
      Map<EntityRef, Touch> touched, Collection<Change> changes, Standards standards) {
    List<Subject> subjects = new ArrayList<>();
    Set<EntityRef> others = new HashSet<>(touched.keySet());
    List<Facts> present = new ArrayList<>();
    for (Change change : changes) {
      if (others.remove(change.ref())) {
        Facts after = change.after();
        if (after == null) {
          subjects.add(new Subject.Gone(change.ref(), change.version()));
        } else {
          present.add(after);
        }
      }
    }
    present.addAll(entities.existing(concerned(others, touched, standards)));
    situations
        .of(present, standards.reads())
        .forEach(situation -> subjects.add(new Subject.Present(situation)));
    return subjects;
  }

  /**
   * To fetch an entity with its neighbours is dear, and most changes far away mean nothing to it.
   */
  private Set<EntityRef> concerned(
      Set<EntityRef> others, Map<EntityRef, Touch> touched, Standards standards) {
    Map<EntityRef, Set<EntityRef>> judging = results.judging(others);
    return others.stream()
        .filter(
            ref ->
                standards.areConcernedBy(
                    touched.getOrDefault(ref, Touch.none()).paths(),
                    judging.getOrDefault(ref, Set.of())))
        .collect(Collectors.toSet());
  }

  /** Where a scorecard's new version has not got everywhere, nothing is taken from before. */
  private static Judgement again(Set<EntityRef> unfinished) {
    return (scorecard, situation, before, touched, now) ->
        unfinished.contains(scorecard.ref())
            ? Evaluation.of(scorecard, situation, now)
            : Evaluation.again(scorecard, situation, before, touched, now);
  }
}
