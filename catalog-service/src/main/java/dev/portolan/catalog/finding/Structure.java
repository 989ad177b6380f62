package dev.portolan.catalog.finding;

import dev.portolan.catalog.dependency.Direction;
import dev.portolan.catalog.dependency.Traversal;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.catalog.projection.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** How the relations along which trouble travels hang together. */
final class Structure {
  private Structure() {}

  private static Traversal dependents(WholeGraph graph) {
    return Traversal.ofTrouble(Direction.DEPENDENTS, graph.knownTypes());
  }

  static List<Finding> cycles(WholeGraph graph, IntPredicate wanted) {
    int[] component = Components.of(Adjacency.of(graph, dependents(graph)));
    Map<Integer, List<Integer>> members = new HashMap<>();
    for (int node = 0; node < component.length; node++) {
      members.computeIfAbsent(component[node], number -> new ArrayList<>()).add(node);
    }
    return members.values().stream()
        .filter(nodes -> nodes.size() > 1)
        .filter(nodes -> nodes.stream().anyMatch(wanted::test))
        .map(nodes -> cycle(nodes.stream().map(graph::ref).sorted().toList()))
        .toList();
  }

  private static Finding cycle(List<String> refs) {
    return new Finding(
        refs.getFirst(),
        refs.size(),
        refs.subList(1, Math.min(refs.size(), Finding.MOST_RELATED + 1)));
  }

  static List<Finding> singlePointsOfFailure(WholeGraph graph, IntPredicate wanted) {
    int[] cutOff = CutPoints.cutOff(Adjacency.of(graph, dependents(graph).bothWays()));
    return IntStream.range(0, cutOff.length)
        .filter(node -> cutOff[node] > 0 && wanted.test(node))
        .mapToObj(node -> Finding.of(graph.ref(node), cutOff[node]))
        .toList();
  }

  static Findings blastRadius(WholeGraph graph, IntPredicate wanted, long mostSteps) {
    Reach reach = new Reach(Adjacency.of(graph, dependents(graph)), mostSteps);
    List<Finding> findings = new ArrayList<>();
    for (int node = 0; node < graph.size(); node++) {
      if (reach.isExhausted()) {
        return new Findings(
            findings,
            "So much depends on so much that not every entity was measured: narrow the filter");
      }
      if (wanted.test(node)) {
        int dependents = reach.from(node);
        if (dependents > 0) {
          findings.add(Finding.of(graph.ref(node), dependents));
        }
      }
    }
    return Findings.complete(findings);
  }

  static List<Finding> noDependents(WholeGraph graph, IntPredicate wanted) {
    Adjacency dependents = Adjacency.of(graph, dependents(graph));
    Set<String> dependedOn = new HashSet<>();
    for (int node = 0; node < graph.size(); node++) {
      Facts facts = graph.facts(node);
      if (facts != null && dependents.degree(node) > 0) {
        dependedOn.add(facts.kind());
      }
    }
    return IntStream.range(0, graph.size())
        .filter(node -> dependents.degree(node) == 0 && wanted.test(node))
        .filter(
            node -> {
              Facts facts = graph.facts(node);
              return facts != null && dependedOn.contains(facts.kind());
            })
        .mapToObj(node -> Finding.of(graph.ref(node), 0))
        .toList();
  }
}
