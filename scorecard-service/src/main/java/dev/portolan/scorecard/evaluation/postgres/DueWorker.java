package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Touch;
import dev.portolan.scorecard.result.postgres.DueTable;
import dev.portolan.scorecard.rule.Reads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Evaluates entities when a date passes that some rule of theirs asked about. */
@Component
class DueWorker extends Background implements Aftermath {
  private static final int CHUNK = 500;

  /** Another instance may have come to know of a date that is nearer than all that we know. */
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

  private final TransactionTemplate transaction;
  private final Definitions definitions;
  private final Evaluator evaluator;
  private final DueTable due;
  private final Clock clock;

  DueWorker(
      TransactionTemplate transaction,
      Definitions definitions,
      Evaluator evaluator,
      DueTable due,
      Clock clock) {
    super("waiting for dates");
    this.transaction = transaction;
    this.definitions = definitions;
    this.evaluator = evaluator;
    this.due = due;
    this.clock = clock;
  }

  @Override
  protected Duration work() {
    Instant now = clock.instant();
    if (due.next().filter(next -> !next.isAfter(now)).isPresent()) {
      transaction.executeWithoutResult(
          _ -> {
            definitions.evaluateAlone();
            evaluate(clock.instant());
          });
      return Duration.ZERO;
    }
    return due.next()
        .map(next -> Duration.between(now, next))
        .filter(wait -> wait.compareTo(LOOK_AGAIN) < 0)
        .orElse(LOOK_AGAIN);
  }

  private void evaluate(Instant now) {
    List<EntityRef> entities = due.until(now, CHUNK);
    Map<EntityRef, Touch> touched = new LinkedHashMap<>();
    entities.forEach(entity -> touched.put(entity, Touch.of(Reads.TIME, Set.of("time"))));
    evaluator.evaluate(touched, definitions.standards(), now);
    due.forget(entities, now);
  }

  @Override
  public void wake(boolean defined) {
    wake();
  }
}
