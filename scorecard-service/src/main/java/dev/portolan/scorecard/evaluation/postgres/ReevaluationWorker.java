package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.evaluation.postgres.Reevaluations.Reevaluation;
import dev.portolan.scorecard.result.postgres.ResultWriter;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Evaluates all entities by the scorecards that changed, in the background: one chunk in one
 * transaction with the position that it reached, so that a crash costs no more than a chunk.
 */
@Component
class ReevaluationWorker implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(ReevaluationWorker.class);

  /** Entities in a chunk: what a changed definition may have to wait for. */
  static final int CHUNK = 1_000;

  /** Another instance may have left one behind, so it is looked for now and then. */
  private static final long LOOK_AGAIN_SECONDS = 2;

  private final TransactionTemplate transaction;
  private final EntityTable entities;
  private final RelatedEntities related;
  private final Definitions definitions;
  private final Reevaluations reevaluations;
  private final ResultWriter results;
  private final Clock clock;
  private final Semaphore awake = new Semaphore(0);
  private volatile Optional<Thread> thread = Optional.empty();

  ReevaluationWorker(
      TransactionTemplate transaction,
      EntityTable entities,
      RelatedEntities related,
      Definitions definitions,
      Reevaluations reevaluations,
      ResultWriter results,
      Clock clock) {
    this.transaction = transaction;
    this.entities = entities;
    this.related = related;
    this.definitions = definitions;
    this.reevaluations = reevaluations;
    this.results = results;
    this.clock = clock;
  }

  /** There may be something to do. */
  void wake() {
    awake.release();
  }

  /** Does one chunk; false when there was nothing to do. */
  boolean evaluateChunk() {
    return Boolean.TRUE.equals(
        transaction.execute(
            _ -> {
              definitions.hold();
              Optional<Reevaluation> next = reevaluations.next();
              next.ifPresent(this::evaluate);
              return next.isPresent();
            }));
  }

  private void evaluate(Reevaluation reevaluation) {
    EntityRef scorecard = reevaluation.scorecard();
    Optional<CompiledScorecard> current =
        definitions.forEvaluation().stream()
            .filter(compiled -> compiled.ref().equals(scorecard))
            .findFirst();
    List<Facts> subjects = entities.after(reevaluation.position(), CHUNK);
    if (!subjects.isEmpty()) {
      Set<String> relations =
          current.map(compiled -> compiled.reads().relations()).orElse(Set.of());
      List<Subject> around =
          related.around(subjects, relations).stream().<Subject>map(Subject.Present::new).toList();
      results.reviseOne(scorecard, around, current, clock.instant());
      reevaluations.advance(scorecard, subjects.getLast().ref(), subjects.size());
    }
    if (subjects.size() < CHUNK) {
      reevaluations.finish(scorecard, clock.instant());
      log.info(
          "Evaluated {} entities by {}", reevaluation.evaluated() + subjects.size(), scorecard);
    }
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (!evaluateChunk()) {
          boolean _ = awake.tryAcquire(LOOK_AGAIN_SECONDS, TimeUnit.SECONDS);
          awake.drainPermits();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        log.warn("A chunk of entities could not be evaluated; it is tried again", e);
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(LOOK_AGAIN_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    thread = Optional.of(Thread.ofPlatform().name("reevaluation").daemon().start(this::run));
  }

  @Override
  public void stop() {
    thread.ifPresent(Thread::interrupt);
    thread = Optional.empty();
  }

  @Override
  public boolean isRunning() {
    return thread.isPresent();
  }
}
