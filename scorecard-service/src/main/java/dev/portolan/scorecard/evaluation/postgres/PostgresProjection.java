package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Change;
import dev.portolan.scorecard.evaluation.Touches;
import dev.portolan.scorecard.intake.Projection;
import dev.portolan.scorecard.intake.StoreUnavailableException;
import dev.portolan.scorecard.rule.Standards;
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
class PostgresProjection implements Projection<EntityChanged> {
  private final TransactionTemplate transaction;
  private final EntityTable entities;
  private final RelationTable relations;
  private final Definitions definitions;
  private final Reevaluations reevaluations;
  private final Evaluator evaluator;
  private final List<Aftermath> aftermath;
  private final Clock clock;

  PostgresProjection(
      TransactionTemplate transaction,
      EntityTable entities,
      RelationTable relations,
      Definitions definitions,
      Reevaluations reevaluations,
      Evaluator evaluator,
      List<Aftermath> aftermath,
      Clock clock) {
    this.transaction = transaction;
    this.entities = entities;
    this.relations = relations;
    this.definitions = definitions;
    this.reevaluations = reevaluations;
    this.evaluator = evaluator;
    this.aftermath = aftermath;
    this.clock = clock;
  }

  @Override
  public void apply(List<EntityChanged> changes) {
    Map<Boolean, List<EntityChanged>> byRole =
        changes.stream()
            .collect(Collectors.partitioningBy(each -> Definitions.areDefinedBy(each.ref())));
    List<EntityChanged> defining = Objects.requireNonNull(byRole.get(true));
    List<EntityChanged> others = Objects.requireNonNull(byRole.get(false));
    try {
      transaction.executeWithoutResult(_ -> applyInTransaction(defining, others));
    } catch (RuntimeException e) {
      throw Outage.isToBlameFor(e)
          ? new StoreUnavailableException("PostgreSQL did not take a batch", e)
          : e;
    }
    aftermath.forEach(each -> each.wake(!defining.isEmpty()));
  }

  private void applyInTransaction(List<EntityChanged> defining, List<EntityChanged> others) {
    Instant now = clock.instant();
    definitions.evaluateAlone();
    for (EntityRef changed : definitions.store(defining)) {
      reevaluations.start(changed, now);
    }
    Standards standards = definitions.standards();
    List<Change> changes = entities.store(others, now);
    relations.store(changes);
    Touches touches = Touches.of(changes, standards.reads());
    evaluator.evaluate(
        touches.with(relations.sources(touches.byEdge().keySet())), changes, standards, now);
  }
}
