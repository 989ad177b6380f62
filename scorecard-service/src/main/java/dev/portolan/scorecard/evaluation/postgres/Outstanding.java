package dev.portolan.scorecard.evaluation.postgres;

import dev.portolan.scorecard.graph.postgres.GraphFactTable;
import dev.portolan.scorecard.intake.Backlog;
import dev.portolan.scorecard.result.postgres.DueTable;
import dev.portolan.scorecard.rule.Reads;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What is still to be evaluated in the background. */
@Component
class Outstanding implements Backlog {
  private final Definitions definitions;
  private final Reevaluations reevaluations;
  private final EntityTable entities;
  private final GraphFactTable graph;
  private final DueTable due;
  private final Clock clock;

  Outstanding(
      Definitions definitions,
      Reevaluations reevaluations,
      EntityTable entities,
      GraphFactTable graph,
      DueTable due,
      Clock clock) {
    this.definitions = definitions;
    this.reevaluations = reevaluations;
    this.entities = entities;
    this.graph = graph;
    this.due = due;
    this.clock = clock;
  }

  /** Scorecards that changed, changes that the graph was not counted with, dates that passed. */
  @Override
  public long outstanding() {
    long uncounted =
        definitions.standards().reads().lookInto(Reads.GRAPH)
            ? entities.changedAfter(graph.counted())
            : 0;
    return reevaluations.outstanding() + uncounted + due.until(clock.instant(), 1_000).size();
  }
}
