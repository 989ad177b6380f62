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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Evaluates what a change touches, in the caller's transaction, in which nobody else evaluates. */
@Component
public class Evaluator {
  /**
   * Entities that are in memory together, each with its neighbours and its results: a change of one
   * may touch tens of thousands.
   */
  private static final int CHUNK = 500;

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
    Map<EntityRef, Change> changed =
        changes.stream().collect(Collectors.toMap(Change::ref, Function.identity(), (a, b) -> b));
    Judgement again = again(reevaluations.unfinished());
    List<EntityRef> all = List.copyOf(touched.keySet());
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<EntityRef> chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
      results.revise(
          subjects(chunk, touched, changed, standards),
          Scope.whole(standards),
          ref -> touched.getOrDefault(ref, Touch.none()),
          again,
          now);
    }
  }

  /** The touched entities as they are now; of those that do not exist, only who is gone now. */
  private List<Subject> subjects(
      List<EntityRef> refs,
      Map<EntityRef, Touch> touched,
      Map<EntityRef, Change> changed,
      Standards standards) {
    List<Subject> subjects = new ArrayList<>();
    Set<EntityRef> others = new HashSet<>();
    List<Facts> present = new ArrayList<>();
    for (EntityRef ref : refs) {
      Change change = changed.get(ref);
      if (change == null) {
        others.add(ref);
      } else if (change.after() == null) {
        subjects.add(new Subject.Gone(ref, change.version()));
      } else {
        present.add(change.after());
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
