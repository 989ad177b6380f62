package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.intake.Projection;
import dev.portolan.scorecard.intake.StoreUnavailableException;
import dev.portolan.scorecard.result.postgres.ResultWriter;
import dev.portolan.scorecard.rule.Scorecard;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private final Definitions definitions;
  private final Reevaluations reevaluations;
  private final ResultWriter results;
  private final ReevaluationWorker worker;
  private final Clock clock;

  PostgresProjection(
      TransactionTemplate transaction,
      EntityTable entities,
      Definitions definitions,
      Reevaluations reevaluations,
      ResultWriter results,
      ReevaluationWorker worker,
      Clock clock) {
    this.transaction = transaction;
    this.entities = entities;
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
    List<Subject> subjects = entities.store(others, now);
    if (!subjects.isEmpty()) {
      results.revise(subjects, definitions.current(), now);
    }
  }

  private static boolean isScorecard(EntityChanged change) {
    return change.ref().kind().equals(Scorecard.KIND);
  }
}
