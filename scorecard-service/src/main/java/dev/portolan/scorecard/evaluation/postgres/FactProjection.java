package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.events.FactChanged;
import dev.portolan.scorecard.evaluation.Touch;
import dev.portolan.scorecard.fact.postgres.FactTable;
import dev.portolan.scorecard.intake.Projection;
import dev.portolan.scorecard.intake.StoreUnavailableException;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Standards;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies changes of facts in one transaction with the results that differ because of them. */
@Component
class FactProjection implements Projection<FactChanged> {
  private final TransactionTemplate transaction;
  private final FactTable facts;
  private final Definitions definitions;
  private final Evaluator evaluator;
  private final List<Aftermath> aftermath;
  private final Clock clock;

  FactProjection(
      TransactionTemplate transaction,
      FactTable facts,
      Definitions definitions,
      Evaluator evaluator,
      List<Aftermath> aftermath,
      Clock clock) {
    this.transaction = transaction;
    this.facts = facts;
    this.definitions = definitions;
    this.evaluator = evaluator;
    this.aftermath = aftermath;
    this.clock = clock;
  }

  @Override
  public void apply(List<FactChanged> changes) {
    try {
      transaction.executeWithoutResult(
          _ -> {
            definitions.evaluateAlone();
            Standards standards = definitions.standards();
            evaluator.evaluate(
                touched(facts.store(changes), standards.reads()), standards, clock.instant());
          });
    } catch (RuntimeException e) {
      throw Outage.isToBlameFor(e)
          ? new StoreUnavailableException("PostgreSQL did not take a batch of facts", e)
          : e;
    }
    aftermath.forEach(each -> each.wake(false));
  }

  private static Map<EntityRef, Touch> touched(List<FactChanged> stored, Reads reads) {
    Map<EntityRef, Touch> touched = new LinkedHashMap<>();
    for (FactChanged change : stored) {
      String path = Reads.below(Reads.MEASURED, change.fact());
      if (reads.areTouchedBy(path)) {
        String cause = change.fact() + ":" + change.entity() + "@" + change.version();
        touched.merge(change.entity(), Touch.of(path, Set.of(cause)), Touch::and);
      }
    }
    return touched;
  }
}
