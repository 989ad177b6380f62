package dev.portolan.catalog.dependency.past;

import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.dependency.WholeGraphs;
import dev.portolan.catalog.intake.IntakeProgress;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.catalog.version.Patience;
import dev.portolan.events.EntityChanged;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes graphs of the past: takes the graph of now, and supposes of every entity that changed since
 * the moment that it is as it was then. What did not change since is the same now as then.
 */
public final class PastGraphs {
  /** How many moments are kept: people page through one, and compare a few. */
  private static final int MOST_KEPT = 4;

  /** How many states are supposed at once, so that they need not all be in memory together. */
  private static final int CHUNK = 5_000;

  /**
   * How far before the moment changes are asked for: as long as they may take from their commit to
   * the graph of now.
   */
  private static final Duration MARGIN = Duration.ofMinutes(10);

  /** How old a moment must be for all changes before it to be committed for certain. */
  private static final Duration SETTLED = Duration.ofMinutes(1);

  private final WholeGraphs graphs;
  private final History history;
  private final IntakeProgress progress;
  private final InstantSource clock;
  private final Map<Instant, WholeGraph> kept = new LinkedHashMap<>(8, 0.75f, true);

  /** Makes none yet. */
  public PastGraphs(
      WholeGraphs graphs, History history, IntakeProgress progress, InstantSource clock) {
    this.graphs = graphs;
    this.history = history;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * The graph of a moment.
   *
   * @throws InvalidQueryException when it has not come yet, or is not kept any more
   * @throws HistoryUnavailableException when the past cannot be told for certain
   */
  public synchronized WholeGraph at(Instant moment) {
    WholeGraph known = kept.get(moment);
    if (known != null) {
      return known;
    }
    Instant now = clock.instant();
    if (moment.isAfter(now)) {
      throw new InvalidQueryException(
          "asOf is %s, which has not come yet: it is %s".formatted(moment, now));
    }
    WholeGraph made = made(moment);
    if (moment.isBefore(now.minus(SETTLED))) {
      keep(moment, made);
    }
    return made;
  }

  /** The graph of now is taken first: whatever it knows was committed before history is asked. */
  private WholeGraph made(Instant moment) {
    if (!Patience.until(() -> progress.hasAllBefore(moment))) {
      throw new HistoryUnavailableException(
          "The graph is behind, and may lack changes from before %s; ask again when it has caught up"
              .formatted(moment),
          null);
    }
    Past past = new Past(graphs.readWhole(graph -> graph));
    history.states(moment, moment.minus(MARGIN), past::add);
    return past.finished();
  }

  private void keep(Instant moment, WholeGraph graph) {
    kept.put(moment, graph);
    if (kept.size() > MOST_KEPT) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  private static final class Past {
    private final List<EntityChanged> states = new ArrayList<>();
    private WholeGraph graph;

    Past(WholeGraph graph) {
      this.graph = graph;
    }

    void add(EntityChanged state) {
      states.add(state);
      if (states.size() == CHUNK) {
        suppose();
      }
    }

    WholeGraph finished() {
      suppose();
      return graph;
    }

    private void suppose() {
      graph = graph.supposing(List.copyOf(states));
      states.clear();
    }
  }
}
