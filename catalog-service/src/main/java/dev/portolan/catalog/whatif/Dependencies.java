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

  /** Those in one graph that the other lacks, of entities that exist in both. */
  static Dependencies lost(Collection<String> refs, GraphView before, GraphView after) {
    Set<Step> lost = around(refs, before);
    lost.removeAll(around(refs, after));
    lost.removeIf(step -> after.factsAt(step.ref()) == null);
    return new Dependencies(lost.size(), lost.stream().limit(MOST_NAMED).toList());
  }

  /** The steps from and to these, where both ends exist. */
  private static Set<Step> around(Collection<String> refs, GraphView graph) {
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
}
