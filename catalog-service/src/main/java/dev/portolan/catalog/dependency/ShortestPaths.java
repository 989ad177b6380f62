package dev.portolan.catalog.dependency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One shortest path from the root to each of some nodes. Where there are several, each step back
 * goes to the least reference, so that the answer is the same every time.
 */
final class ShortestPaths {
  private final GraphView view;
  private final Levels levels;
  private final Map<Integer, Integer> before = new HashMap<>();

  private ShortestPaths(GraphView view, Levels levels) {
    this.view = view;
    this.levels = levels;
  }

  /** Looks for the ways back, one level of all nodes at a time. */
  static ShortestPaths to(int[] nodes, GraphView view, Levels levels, Traversal traversal) {
    ShortestPaths paths = new ShortestPaths(view, levels);
    Set<Integer> ends = new LinkedHashSet<>();
    for (int node : nodes) {
      ends.add(node);
    }
    while (!ends.isEmpty()) {
      ends = paths.stepBack(ends, traversal.reversed());
    }
    return paths;
  }

  /** The references on the way to a node, the root's first. */
  List<String> path(int node) {
    Deque<String> path = new ArrayDeque<>();
    path.addFirst(view.ref(node));
    Integer previous = before.get(node);
    while (previous != null) {
      path.addFirst(view.ref(previous));
      previous = before.get(previous);
    }
    return List.copyOf(path);
  }

  private Set<Integer> stepBack(Set<Integer> ends, Traversal back) {
    int[] open =
        ends.stream()
            .mapToInt(Integer::intValue)
            .filter(node -> levels.depth(node) > 0 && !before.containsKey(node))
            .toArray();
    view.steps(
        open,
        back,
        (node, previous) -> {
          if (levels.depth(previous) == levels.depth(node) - 1) {
            before.merge(node, previous, this::lesser);
          }
        });
    Set<Integer> next = new LinkedHashSet<>();
    for (int node : open) {
      Integer previous = before.get(node);
      if (previous != null) {
        next.add(previous);
      }
    }
    return next;
  }

  private int lesser(int a, int b) {
    return view.ref(a).compareTo(view.ref(b)) <= 0 ? a : b;
  }
}
