package dev.portolan.catalog.dependency;

import dev.portolan.catalog.projection.Declarations;
import dev.portolan.events.EntityChanged;
import java.util.List;
import java.util.function.Function;

/**
 * A view of which every node can be looked at: their numbers are those below its size. It is a
 * graph that never changes.
 */
public interface WholeGraph extends GraphView, DependencyGraph {
  /** Takes an edge in its stored direction. */
  @FunctionalInterface
  interface EdgeConsumer {
    void accept(int source, String type, int target, Declarations declarations);
  }

  /** How many nodes there are, counting those at which nothing exists any more. */
  int size();

  /** Tells of all edges at a node, of one from it to itself twice. */
  void edges(int node, EdgeConsumer consumer);

  /**
   * The same graph if these were the states of those entities, whatever versions they have here.
   * This one stays as it is.
   *
   * @param states at most one for each entity
   */
  WholeGraph supposing(List<EntityChanged> states);

  @Override
  default <T> T read(Function<GraphView, T> question) {
    return question.apply(this);
  }
}
