package dev.portolan.catalog.dependency;

import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.LatestChanges;
import dev.portolan.events.RelationType.Trouble;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a root reaches, found by looking at every edge until nothing changes any more: slow, and of
 * another kind than the search that is tested.
 */
final class NaiveImpact {
  private final Set<Edge> edges;
  private final Map<String, Trouble> trouble;

  NaiveImpact(LatestChanges model) {
    this.edges = model.edges().keySet();
    this.trouble = model.trouble();
  }

  Set<Edge> edges() {
    return edges;
  }

  /** The depth of all that is reached. */
  Map<String, Integer> depths(String root, Direction direction) {
    Map<String, Integer> depths = new HashMap<>(Map.of(root, 0));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Edge edge : edges) {
        changed |= step(depths, edge, direction);
      }
    }
    depths.remove(root);
    return new TreeMap<>(depths);
  }

  /** Whether trouble, or what brings it, goes from one to the other in one step. */
  boolean isStep(String from, String to, Direction direction) {
    Map<String, Integer> depths = new HashMap<>(Map.of(from, 0));
    edges.forEach(edge -> step(depths, edge, direction));
    return depths.getOrDefault(to, 0) == 1;
  }

  private boolean step(Map<String, Integer> depths, Edge edge, Direction direction) {
    return switch (trouble.getOrDefault(edge.type(), Trouble.STAYS)) {
      case STAYS -> false;
      case TO_SOURCE -> relax(depths, edge.target(), edge.source(), direction);
      case TO_TARGET -> relax(depths, edge.source(), edge.target(), direction);
    };
  }

  private static boolean relax(
      Map<String, Integer> depths, String cause, String effect, Direction direction) {
    boolean forward = direction == Direction.DEPENDENTS;
    String from = forward ? cause : effect;
    String to = forward ? effect : cause;
    Integer depth = depths.get(from);
    if (depth != null && depth + 1 < depths.getOrDefault(to, Integer.MAX_VALUE)) {
      depths.put(to, depth + 1);
      return true;
    }
    return false;
  }
}
