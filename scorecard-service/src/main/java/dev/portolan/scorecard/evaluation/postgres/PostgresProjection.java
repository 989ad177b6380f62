package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Change;
import dev.portolan.scorecard.evaluation.Evaluation;
import dev.portolan.scorecard.evaluation.Judgement;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.evaluation.Touches;
import dev.portolan.scorecard.evaluation.Touches.Edge;
import dev.portolan.scorecard.intake.Projection;
import dev.portolan.scorecard.intake.StoreUnavailableException;
import dev.portolan.scorecard.result.postgres.ResultWriter;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Scorecard;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies changes in one transaction: facts and definitions, the results that differ because of
 * them, and what is published of those.
 */
@Component
class PostgresProjection implements Projection {
  private final TransactionTemplate transaction;
  private final EntityTable entities;
  private final RelatedEntities related;
  private final Definitions definitions;
  private final Reevaluations reevaluations;
  private final ResultWriter results;
  private final ReevaluationWorker worker;
  private final Clock clock;

  PostgresProjection(
      TransactionTemplate transaction,
      EntityTable entities,
      RelatedEntities related,
      Definitions definitions,
      Reevaluations reevaluations,
      ResultWriter results,
      ReevaluationWorker worker,
      Clock clock) {
    this.transaction = transaction;
    this.entities = entities;
    this.related = related;
    this.definitions = definitions;
    this.reevaluations = reevaluations;
    this.results = results;
    this.worker = worker;
    this.clock = clock;
  }

  @Override
  public void apply(List<EntityChanged> changes) {
    Map<Boolean, List<EntityChanged>> byScorecard =
        changes.stream().collect(Collectors.partitioningBy(PostgresProjection::isScorecard));
    List<EntityChanged> scorecards = Objects.requireNonNull(byScorecard.get(true));
    List<EntityChanged> others = Objects.requireNonNull(byScorecard.get(false));
    try {
      transaction.executeWithoutResult(_ -> applyInTransaction(scorecards, others));
    } catch (RuntimeException e) {
      throw Outage.isToBlameFor(e)
          ? new StoreUnavailableException("PostgreSQL did not take a batch", e)
          : e;
    }
    if (!scorecards.isEmpty()) {
      worker.wake();
    }
  }

  private void applyInTransaction(List<EntityChanged> scorecards, List<EntityChanged> others) {
    Instant now = clock.instant();
    if (scorecards.isEmpty()) {
      definitions.hold();
    } else {
      definitions.holdAlone();
      for (EntityRef changed : definitions.store(scorecards)) {
        reevaluations.start(changed, now);
      }
    }
    List<CompiledScorecard> current = definitions.forEvaluation();
    Reads reads = Reads.ofAll(current.stream().map(CompiledScorecard::reads).toList());
    List<Change> changes = entities.store(others, now);
    Map<EntityRef, Set<String>> touched = touched(Touches.of(changes, reads));
    if (!touched.isEmpty()) {
      Set<EntityRef> unfinished = reevaluations.unfinished();
      results.revise(
          subjects(changes, touched.keySet(), reads.relations()),
          current,
          ref -> again(touched.getOrDefault(ref, Set.of()), unfinished),
          now);
    }
  }

  private Map<EntityRef, Set<String>> touched(Touches touches) {
    Map<EntityRef, List<Edge>> sources = new HashMap<>();
    for (Facts source : entities.sources(touches.byEdge().keySet())) {
      sources.put(
          source.ref(),
          RelatedEntities.edgesOf(source).stream().filter(touches.byEdge()::containsKey).toList());
    }
    return touches.with(sources);
  }

  /** The touched entities as they are now; of those that do not exist, only who is gone now. */
  private List<Subject> subjects(
      List<Change> changes, Set<EntityRef> touched, Set<String> relations) {
    List<Subject> subjects = new ArrayList<>();
    Set<EntityRef> others = new HashSet<>(touched);
    List<Facts> present = new ArrayList<>();
    for (Change change : changes) {
      if (others.remove(change.ref())) {
        if (change.after() == null) {
          subjects.add(change.subject());
        } else {
          present.add(change.after());
        }
      }
    }
    present.addAll(entities.existing(others));
    related.around(present, relations).forEach(facts -> subjects.add(new Subject.Present(facts)));
    return subjects;
  }

  /** Where a scorecard's new version has not got everywhere, nothing is taken from before. */
  private static Judgement again(Set<String> touched, Set<EntityRef> unfinished) {
    return (scorecard, facts, before) ->
        unfinished.contains(scorecard.ref())
            ? Evaluation.of(scorecard, facts)
            : Evaluation.again(scorecard, facts, before, touched);
  }

  private static boolean isScorecard(EntityChanged change) {
    return change.ref().kind().equals(Scorecard.KIND);
  }
}
