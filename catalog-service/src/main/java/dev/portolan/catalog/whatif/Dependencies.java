package dev.portolan.catalog.whatif;

import dev.portolan.catalog.dependency.Direction;
import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.Traversal;
import dev.portolan.catalog.dependency.WholeGraph;
import dev.portolan.events.RelationTypes;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Who depends on whom, of what exists.
 *
 * @param total how many steps there are
 * @param steps the first {@link #MOST_NAMED}
 */
public record Dependencies(int total, List<Step> steps) {
  /** The most steps that are named. */
  public static final int MOST_NAMED = 500;

  /** Trouble of the dependency reaches the entity. */
  public record Step(String ref, String dependency) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int byRef = ref.compareTo(other.ref);
      return byRef == 0 ? dependency.compareTo(other.dependency) : byRef;
    }
  }

  /** Those in one graph that the other lacks, of entities that exist in both. */
  static Dependencies lost(Collection<String> refs, WholeGraph before, WholeGraph after) {
    Set<Step> lost = around(refs, before);
    Set<Step> kept = around(refs, after);
    if (!before.knownTypes().equals(after.knownTypes())) {
      Set<Step> others = alongOtherTypes(before, after.knownTypes());
      lost.addAll(others);
      kept.addAll(around(others.stream().map(Step::ref).toList(), after));
    }
    lost.removeAll(kept);
    lost.removeIf(step -> after.factsAt(step.ref()) == null);
    return new Dependencies(lost.size(), lost.stream().limit(MOST_NAMED).toList());
  }

  /** The steps along types which by other kinds do not lead there; between whomever. */
  private static Set<Step> alongOtherTypes(WholeGraph graph, RelationTypes other) {
    Set<String> toSource = new HashSet<>(graph.knownTypes().toSource());
    Set<String> toTarget = new HashSet<>(graph.knownTypes().toTarget());
    toSource.removeAll(other.toSource());
    toTarget.removeAll(other.toTarget());
    Set<Step> steps = new TreeSet<>();
    graph.steps(
        IntStream.range(0, graph.size()).toArray(),
        new Traversal(toSource, toTarget),
        (from, to) -> add(steps, graph, to, from));
    return steps;
  }

  /** The steps from and to these, where both ends exist. */
  private static Set<Step> around(Collection<String> refs, GraphView graph) {
    int[] nodes =
        refs.stream().mapToInt(graph::node).filter(node -> node != GraphView.NONE).toArray();
    Traversal toDependents = Traversal.ofTrouble(Direction.DEPENDENTS, graph.knownTypes());
    Set<Step> steps = new TreeSet<>();
    graph.steps(nodes, toDependents, (from, to) -> add(steps, graph, to, from));
    graph.steps(nodes, toDependents.reversed(), (from, to) -> add(steps, graph, from, to));
    return steps;
  }

  private static void add(Set<Step> steps, GraphView graph, int dependent, int dependency) {
    if (graph.facts(dependent) != null && graph.facts(dependency) != null) {
      steps.add(new Step(graph.ref(dependent), graph.ref(dependency)));
    }
  }
}
