package dev.portolan.catalog.finding;

import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.LatestChanges;
import dev.portolan.events.RelationType.Trouble;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The structure of small graphs by trying everything, with no algorithm that has a name. */
final class NaiveFindings {
  private final Map<String, Set<String>> effects = new TreeMap<>();
  private final Map<String, Set<String>> neighbours = new TreeMap<>();

  NaiveFindings(LatestChanges model) {
    Map<String, Trouble> carrying = model.trouble();
    for (Edge edge : model.edges().keySet()) {
      Optional.ofNullable(carrying.get(edge.type()))
          .filter(trouble -> trouble != Trouble.STAYS)
          .ifPresent(
              trouble -> {
                boolean toSource = trouble == Trouble.TO_SOURCE;
                String cause = toSource ? edge.target() : edge.source();
                String effect = toSource ? edge.source() : edge.target();
                effects.computeIfAbsent(cause, ref -> new TreeSet<>()).add(effect);
                neighbours.computeIfAbsent(cause, ref -> new TreeSet<>()).add(effect);
                neighbours.computeIfAbsent(effect, ref -> new TreeSet<>()).add(cause);
              });
    }
  }

  /** All that is in trouble when a node is, the node itself only if it is so by a circle. */
  Set<String> reached(String from) {
    return reached(from, effects, "");
  }

  /** The circles, each as the set of all that reach each other. */
  Set<Set<String>> circles() {
    Set<Set<String>> circles = new HashSet<>();
    for (String node : effects.keySet()) {
      Set<String> circle = new TreeSet<>(reached(node));
      circle.removeIf(other -> !reached(other).contains(node));
      circle.add(node);
      if (circle.size() > 1) {
        circles.add(circle);
      }
    }
    return circles;
  }

  /** What each node that holds the graph together would cut off from the greatest part. */
  Map<String, Integer> cutOff() {
    Map<String, Integer> cut = new HashMap<>();
    for (String node : neighbours.keySet()) {
      List<Integer> parts = new ArrayList<>();
      Set<String> seen = new HashSet<>(Set.of(node));
      for (String start : neighbours.get(node)) {
        if (!seen.contains(start)) {
          Set<String> part = new HashSet<>(reached(start, neighbours, node));
          part.add(start);
          seen.addAll(part);
          parts.add(part.size());
        }
      }
      if (parts.size() > 1) {
        parts.sort(null);
        cut.put(node, parts.subList(0, parts.size() - 1).stream().mapToInt(size -> size).sum());
      }
    }
    return cut;
  }

  private static Set<String> reached(String from, Map<String, Set<String>> steps, String without) {
    Set<String> reached = new TreeSet<>();
    List<String> open = new ArrayList<>(List.of(from));
    while (!open.isEmpty()) {
      for (String next : steps.getOrDefault(open.removeLast(), Set.of())) {
        if (!next.equals(without) && reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }
}
