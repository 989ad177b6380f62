package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.events.EntityRef;
import dev.portolan.events.RelationTypes;
import dev.portolan.scorecard.evaluation.Touch;
import dev.portolan.scorecard.evaluation.postgres.EntityTable.Related;
import dev.portolan.scorecard.graph.GraphFacts;
import dev.portolan.scorecard.graph.TroubleGraph;
import dev.portolan.scorecard.graph.postgres.GraphFactTable;
import dev.portolan.scorecard.rule.Reads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the graph when relations changed along which trouble travels, and evaluates the entities
 * of which another number came out. Nothing is counted while no rule asks for it.
 */
@Component
class GraphWorker extends Background implements Aftermath {
  /** Entities that are written and evaluated in one transaction. */
  private static final int CHUNK = 500;

  /** Another instance may have left something behind. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

  /** While changes keep coming, counting takes no more than a fifth of the time. */
  private static final int PAUSE_PER_WORK = 4;

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final TransactionTemplate transaction;
  private final EntityTable entities;
  private final GraphFactTable facts;
  private final Definitions definitions;
  private final Reevaluations reevaluations;
  private final Evaluator evaluator;
  private final Clock clock;

  private TroubleGraph graph = new TroubleGraph(RelationTypes.BUILT_IN);
  private final Set<EntityRef> gone = new HashSet<>();
  private Map<EntityRef, GraphFacts> counted = new HashMap<>();
  private long upTo;
  private boolean moved;

  /** Whoever wakes it earlier is heard then. */
  private Instant notBefore = Instant.EPOCH;

  GraphWorker(
      TransactionTemplate transaction,
      EntityTable entities,
      GraphFactTable facts,
      Definitions definitions,
      Reevaluations reevaluations,
      Evaluator evaluator,
      Clock clock) {
    super("counting of the graph");
    this.transaction = transaction;
    this.entities = entities;
    this.facts = facts;
    this.definitions = definitions;
    this.reevaluations = reevaluations;
    this.evaluator = evaluator;
    this.clock = clock;
  }

  @Override
  protected Duration work() {
    Duration early = Duration.between(clock.instant(), notBefore);
    if (early.isPositive()) {
      return early;
    }
    long last = entities.lastChange();
    long before = facts.counted();
    if (before >= last || !definitions.standards().reads().lookInto(Reads.GRAPH)) {
      return LOOK_AGAIN;
    }
    takeTypes();
    if (before != upTo || upTo == 0) {
      counted = facts.all();
    }
    Instant started = clock.instant();
    read(last);
    List<Map.Entry<EntityRef, GraphFacts>> differing = moved ? differing() : List.of();
    Duration worked = Duration.between(started, clock.instant());
    boolean isFirst = before == 0;
    write(differing, isFirst);
    finish(last, isFirst);
    notBefore = clock.instant().plus(pause(worked));
    return pause(worked);
  }

  /** By other types trouble travels otherwise between all entities: they are read anew. */
  private void takeTypes() {
    RelationTypes types = entities.relationTypes();
    if (!types.equals(graph.types())) {
      graph = new TroubleGraph(types);
      moved = true;
      upTo = 0;
    }
  }

  /** What was counted for the first time, all who ask for it are to be evaluated by. */
  private void finish(long last, boolean isFirst) {
    transaction.executeWithoutResult(
        _ -> {
          if (isFirst) {
            definitions.evaluateAlone();
            definitions.standards().inOrder().stream()
                .filter(scorecard -> scorecard.reads().lookInto(Reads.GRAPH))
                .forEach(scorecard -> reevaluations.start(scorecard.ref(), clock.instant()));
          }
          facts.remove(gone);
          facts.counted(last);
        });
    moved = false;
    gone.clear();
    upTo = last;
  }

  private static Duration pause(Duration worked) {
    Duration pause = worked.multipliedBy(PAUSE_PER_WORK);
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  /** What changed since it was counted last; at first all. */
  private void read(long last) {
    entities.eachChanged(
        upTo,
        last,
        entity -> {
          switch (entity) {
            case Related.Present(EntityRef ref, var relations) -> {
              gone.remove(ref);
              moved |= graph.put(ref, relations);
            }
            case Related.Gone(EntityRef ref) -> {
              gone.add(ref);
              counted.remove(ref);
              moved |= graph.remove(ref);
            }
          }
        });
  }

  private List<Map.Entry<EntityRef, GraphFacts>> differing() {
    List<Map.Entry<EntityRef, GraphFacts>> differing = new ArrayList<>();
    graph
        .facts()
        .forEach(
            (ref, now) -> {
              if (!now.equals(counted.put(ref, now))) {
                differing.add(Map.entry(ref, now));
              }
            });
    return differing;
  }

  /** Chunk by chunk, each with the results that differ by it, but for the first count. */
  private void write(List<Map.Entry<EntityRef, GraphFacts>> differing, boolean isFirst) {
    for (int from = 0; from < differing.size(); from += CHUNK) {
      List<Map.Entry<EntityRef, GraphFacts>> chunk =
          differing.subList(from, Math.min(from + CHUNK, differing.size()));
      transaction.executeWithoutResult(
          _ -> {
            definitions.evaluateAlone();
            Map<EntityRef, Touch> touched = touched(chunk);
            if (!isFirst) {
              evaluator.evaluate(touched, definitions.standards(), clock.instant());
            }
          });
    }
  }

  private Map<EntityRef, Touch> touched(List<Map.Entry<EntityRef, GraphFacts>> chunk) {
    Reads reads = definitions.standards().reads();
    Map<EntityRef, Touch> touched = new HashMap<>();
    facts
        .store(chunk)
        .forEach(
            (ref, paths) -> {
              if (reads.areTouchedBy(paths)) {
                touched.put(ref, Touch.of(paths, Set.of("graph")));
              }
            });
    return touched;
  }

  @Override
  public void wake(boolean defined) {
    wake();
  }
}
