package dev.portolan.catalog.dependency;

import java.util.Set;
import java.util.function.Function;

/** The graph as searches see it. */
public interface DependencyGraph {
  /** Asks a question of one view of the graph, which is valid until the question is answered. */
  <T> T read(Function<GraphView, T> question);

  /** The types of the edges that the graph holds. */
  Set<String> relationTypes();
}
