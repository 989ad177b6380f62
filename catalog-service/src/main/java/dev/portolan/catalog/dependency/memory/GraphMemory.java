package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.dependency.DependencyGraph;
import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.dependency.WholeGraphs;
import dev.portolan.catalog.projection.GraphDifference;
import dev.portolan.catalog.projection.GraphListener;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the graph in memory and answers from there; while it holds nothing, the store behind it
 * answers.
 *
 * <p>It is filled from the store and then follows what is written. So it is worth filling only
 * while nobody else writes: when this process takes all partitions of the topic. Where somebody
 * wrote all the same, the numbers of the writes tell, and it is filled anew.
 */
public final class GraphMemory implements DependencyGraph, WholeGraphs, GraphListener {
  private static final Logger log = LoggerFactory.getLogger(GraphMemory.class);

  private final DependencyGraph store;
  private final ToLongFunction<GraphDraft> loader;
  private volatile @Nullable GraphState state;
  private boolean wanted;

  /** The number of the last write that the state has. */
  private long turn;

  /**
   * Holds nothing yet.
   *
   * @param store answers in the meantime
   * @param loader puts the whole graph into a draft, and says the number of the last write in it
   */
  public GraphMemory(DependencyGraph store, ToLongFunction<GraphDraft> loader) {
    this.store = store;
    this.loader = loader;
  }

  @Override
  public <T> T read(Function<GraphView, T> question) {
    GraphState now = state;
    return now == null ? store.read(question) : question.apply(now);
  }

  /** While nothing is held, the graph is read from the store for this one question. */
  @Override
  public <T> T readWhole(Function<WholeGraph, T> question) {
    GraphState now = state;
    if (now == null) {
      GraphDraft draft = GraphDraft.empty();
      var _ = loader.applyAsLong(draft);
      now = draft.finished();
    }
    return question.apply(now);
  }

  @Override
  public Set<String> relationTypes() {
    GraphState now = state;
    return now == null ? store.relationTypes() : now.relationTypes();
  }

  /** Whether answers come from memory. */
  public boolean isFilled() {
    return state != null;
  }

  /**
   * This process is the only writer from now on: fills the memory. Where the store is away that has
   * to wait for {@link #refill}, and is no reason to fail.
   */
  public synchronized void fill() {
    wanted = true;
    refill();
  }

  /** Fills the memory where it should be filled and is not. */
  public synchronized void refill() {
    if (wanted && state == null) {
      try {
        state = loaded();
      } catch (RuntimeException e) {
        log.warn("The graph is not in memory yet, the store answers: {}", e.getMessage());
      }
    }
  }

  private GraphState loaded() {
    long started = System.nanoTime();
    GraphDraft draft = GraphDraft.empty();
    turn = loader.applyAsLong(draft);
    GraphState loaded = draft.finished();
    log.info(
        "The graph is in memory: {} references, after {} ms",
        loaded.nodes().size(),
        (System.nanoTime() - started) / 1_000_000);
    return loaded;
  }

  /** Others may write from now on: what is held here will be out of date. */
  public synchronized void empty() {
    wanted = false;
    state = null;
  }

  @Override
  public synchronized void written(
      long number, Map<String, Long> advanced, GraphDifference difference) {
    GraphState before = state;
    if (before != null && number == turn + 1) {
      turn = number;
      GraphDraft draft = GraphDraft.after(before).with(difference);
      draft.reached(advanced);
      state = draft.finished();
    } else {
      state = null;
      refill();
    }
  }

  /** What is held answers until the other graph is in memory. */
  @Override
  public synchronized void replaced() {
    if (state != null) {
      try {
        state = loaded();
      } catch (RuntimeException e) {
        log.warn("The graph is not in memory any more, the store answers: {}", e.getMessage());
        state = null;
      }
    }
  }

  @Override
  public synchronized void lostTrack() {
    state = null;
  }
}
