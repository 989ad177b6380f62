package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Judgement;
import dev.portolan.scorecard.evaluation.Subject;
import dev.portolan.scorecard.evaluation.Touch;
import dev.portolan.scorecard.evaluation.postgres.Reevaluations.Reevaluation;
import dev.portolan.scorecard.graph.postgres.GraphFactTable;
import dev.portolan.scorecard.result.Scope;
import dev.portolan.scorecard.result.postgres.ResultWriter;
import dev.portolan.scorecard.result.postgres.ResultWriter.Revised;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Standards;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Evaluates all entities by the scorecards that changed, in the background: one chunk in one
 * transaction with the position that it reached, so that a crash costs no more than a chunk.
 */
@Component
class ReevaluationWorker extends Background implements Aftermath {
  private static final Logger log = LoggerFactory.getLogger(ReevaluationWorker.class);

  /** Entities in a chunk: what a change of an entity may have to wait for. */
  static final int CHUNK = 500;

  /** Fewer than there are connections. */
  private static final int PARTS = 4;

  /** Another instance may have left one behind, so it is looked for now and then. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private static final Duration UNTIL_COUNTED = Duration.ofMillis(50);

  private final TransactionTemplate transaction;
  private final EntityTable entities;
  private final GraphFactTable graph;
  private final Situations situations;
  private final Definitions definitions;
  private final Reevaluations reevaluations;
  private final ResultWriter results;
  private final Clock clock;

  ReevaluationWorker(
      TransactionTemplate transaction,
      EntityTable entities,
      GraphFactTable graph,
      Situations situations,
      Definitions definitions,
      Reevaluations reevaluations,
      ResultWriter results,
      Clock clock) {
    super("reevaluation");
    this.transaction = transaction;
    this.entities = entities;
    this.graph = graph;
    this.situations = situations;
    this.definitions = definitions;
    this.reevaluations = reevaluations;
    this.results = results;
    this.clock = clock;
  }

  /** Rules that ask for the graph wait until it has been counted once. */
  @Override
  protected Duration work() {
    if (definitions.standards().reads().lookInto(Reads.GRAPH)
        && graph.counted() == 0
        && entities.lastChange() > 0) {
      return UNTIL_COUNTED;
    }
    boolean found =
        Boolean.TRUE.equals(
            transaction.execute(
                _ -> {
                  definitions.evaluateAlone();
                  List<Reevaluation> together = reevaluations.next();
                  if (!together.isEmpty()) {
                    evaluate(together);
                  }
                  return !together.isEmpty();
                }));
    return found ? Duration.ZERO : LOOK_AGAIN;
  }

  private void evaluate(List<Reevaluation> together) {
    Instant now = clock.instant();
    Standards standards = definitions.standards();
    List<EntityRef> changed = together.stream().map(Reevaluation::scorecard).toList();
    List<EntityRef> subjects = entities.refsAfter(together.getFirst().position(), CHUNK);
    if (!subjects.isEmpty()) {
      Scope scope = Scope.of(standards, changed);
      Touch touch = Touch.of(Reads.ENTITY, causes(standards, changed));
      results.write(revised(subjects, scope, touch, now), _ -> touch);
      reevaluations.advance(together, subjects.getLast(), subjects.size());
    }
    if (subjects.size() < CHUNK) {
      reevaluations.finish(together, now);
      log.info(
          "Evaluated {} entities by {}",
          together.getFirst().evaluated() + subjects.size(),
          changed);
    }
  }

  /**
   * Part by part at once, each with a connection of its own, as most of the time goes into reading:
   * what this transaction has written they do not look at, and nobody else writes meanwhile.
   */
  private List<Revised> revised(List<EntityRef> subjects, Scope scope, Touch touch, Instant now) {
    Reads reads = Reads.ofAll(scope.scorecards().stream().map(CompiledScorecard::reads).toList());
    return IntStream.range(0, PARTS)
        .mapToObj(
            part ->
                subjects.subList(
                    subjects.size() * part / PARTS, subjects.size() * (part + 1) / PARTS))
        .parallel()
        .flatMap(
            part ->
                results
                    .revised(
                        subjects(part, scope, reads, now), scope, _ -> touch, Judgement.WHOLE, now)
                    .stream())
        .toList();
  }

  /** What is around an entity is found out only where some scorecard may be for it. */
  private List<Subject> subjects(List<EntityRef> refs, Scope scope, Reads reads, Instant now) {
    Map<Boolean, List<Facts>> byNeed =
        entities.existing(refs).stream()
            .collect(Collectors.partitioningBy(facts -> scope.mayJudge(facts, now)));
    return Stream.concat(
            situations.of(byNeed.getOrDefault(true, List.of()), reads).stream(),
            byNeed.getOrDefault(false, List.of()).stream().map(Situation::alone))
        .<Subject>map(Subject.Present::new)
        .toList();
  }

  private static Set<String> causes(Standards standards, List<EntityRef> changed) {
    return changed.stream()
        .map(
            ref ->
                standards
                    .named(ref)
                    .findFirst()
                    .map(each -> ref + "@" + each.scorecard().version())
                    .orElse(ref.toString()))
        .collect(Collectors.toSet());
  }

  @Override
  public void wake(boolean defined) {
    if (defined) {
      wake();
    }
  }
}
