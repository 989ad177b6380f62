package dev.portolan.catalog.finding;

import dev.portolan.catalog.dependency.WholeGraph;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** Relations of which only one end exists. */
final class Dangling {
  private Dangling() {}

  /** About the end that exists; two relations between the same two are one finding. */
  static List<Finding> relations(WholeGraph graph, IntPredicate wanted) {
    Set<Finding> findings = new LinkedHashSet<>();
    for (int node = 0; node < graph.size(); node++) {
      if (graph.facts(node) != null && wanted.test(node)) {
        int here = node;
        graph.edges(
            node,
            (source, type, target, declarations) -> {
              int other = source == here ? target : source;
              if (graph.facts(other) == null) {
                findings.add(new Finding(graph.ref(here), 0, List.of(graph.ref(other))));
              }
            });
      }
    }
    return List.copyOf(findings);
  }
}
