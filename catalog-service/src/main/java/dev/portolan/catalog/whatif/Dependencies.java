package dev.portolan.catalog.whatif;

import dev.portolan.catalog.dependency.Direction;
import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.Traversal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who depends on whom, of what exists.
 *
 * @param total how many steps there are
 * @param steps the first {@link #MOST_NAMED}
 */
public record Dependencies(int total, List<Step> steps) {
  /** The most steps that are named. */
  public static final int MOST_NAMED = 500;

  private static final Traversal TO_DEPENDENTS =
      Traversal.of(Direction.DEPENDENTS, null, List.of());

  /** Trouble of the dependency reaches the entity. */
  public record Step(String ref, String dependency) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int byRef = ref.compareTo(other.ref);
      return byRef == 0 ? dependency.compareTo(other.dependency) : byRef;
    }
  }

  /**
   * What the steps of one graph have that those of another lack, of entities that exist in both.
   */
  static Dependencies only(
      Set<Step> here, Set<Step> there, GraphView inOneGraph, GraphView inTheOther) {
    List<Step> steps =
        here.stream()
            .filter(step -> !there.contains(step))
            .filter(step -> exists(inOneGraph, step.ref()) && exists(inTheOther, step.ref()))
            .toList();
    return new Dependencies(steps.size(), steps.subList(0, Math.min(steps.size(), MOST_NAMED)));
  }

  /** The steps from and to these, where both ends exist. */
  static Set<Step> around(Collection<String> refs, GraphView graph) {
    int[] nodes =
        refs.stream().mapToInt(graph::node).filter(node -> node != GraphView.NONE).toArray();
    Set<Step> steps = new TreeSet<>();
    graph.steps(nodes, TO_DEPENDENTS, (from, to) -> add(steps, graph, to, from));
    graph.steps(nodes, TO_DEPENDENTS.reversed(), (from, to) -> add(steps, graph, from, to));
    return steps;
  }

  private static void add(Set<Step> steps, GraphView graph, int dependent, int dependency) {
    if (graph.facts(dependent) != null && graph.facts(dependency) != null) {
      steps.add(new Step(graph.ref(dependent), graph.ref(dependency)));
    }
  }

  private static boolean exists(GraphView graph, String ref) {
    int node = graph.node(ref);
    return node != GraphView.NONE && graph.facts(node) != null;
  }
}
