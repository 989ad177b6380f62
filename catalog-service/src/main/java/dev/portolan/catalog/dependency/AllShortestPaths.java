package dev.portolan.catalog.dependency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * All the shortest ways from one node to another.
 *
 * @param length the relations on each
 * @param total how many there are; {@link Long#MAX_VALUE} also stands for more
 * @param paths the first of them, in the order of their references
 * @param position for each partition of the topic, the offset of the first record that this answer
 *     does not know
 */
public record AllShortestPaths(
    int length, long total, List<List<String>> paths, Map<String, Long> position) {

  /**
   * Finds them.
   *
   * @param levels of a search that reached the end
   * @param first how many to name
   */
  static AllShortestPaths to(
      int end, GraphView view, Levels levels, Traversal traversal, int first) {
    Ways ways = new Ways(view, levels, end);
    int root = ways.stepBack(traversal.reversed());
    ways.name(root, first);
    return new AllShortestPaths(
        levels.depth(end), ways.toEnd.getOrDefault(root, 1L), ways.named, view.position());
  }

  private static final class Ways {
    private final GraphView view;
    private final Levels levels;
    private final int end;

    /** From each node on a way, those that it goes on to. */
    private final Map<Integer, Set<Integer>> onward = new HashMap<>();

    /** From each node on a way, how many ways lead from it to the end. */
    private final Map<Integer, Long> toEnd = new HashMap<>();

    private final List<List<String>> named = new ArrayList<>();

    Ways(GraphView view, Levels levels, int end) {
      this.view = view;
      this.levels = levels;
      this.end = end;
    }

    /** Goes back level by level, and says where the ways begin. */
    int stepBack(Traversal back) {
      toEnd.put(end, 1L);
      int[] level = {end};
      for (int depth = levels.depth(end) - 1; depth >= 0; depth--) {
        Map<Integer, Set<Integer>> before = before(level, depth, back);
        before.forEach((node, next) -> toEnd.put(node, sum(next)));
        onward.putAll(before);
        level = before.keySet().stream().mapToInt(Integer::intValue).toArray();
      }
      return level[0];
    }

    private Map<Integer, Set<Integer>> before(int[] level, int depth, Traversal back) {
      Map<Integer, Set<Integer>> before = new HashMap<>();
      view.steps(
          level,
          back,
          (node, previous) -> {
            if (levels.depth(previous) == depth) {
              before
                  .computeIfAbsent(previous, n -> new TreeSet<>(Comparator.comparing(view::ref)))
                  .add(node);
            }
          });
      return before;
    }

    private long sum(Set<Integer> next) {
      long sum = 0;
      for (int node : next) {
        long more = toEnd.getOrDefault(node, 0L);
        sum = sum > Long.MAX_VALUE - more ? Long.MAX_VALUE : sum + more;
      }
      return sum;
    }

    /** Names the first ways, on a stack of its own: ways are longer than the thread's is deep. */
    void name(int root, int first) {
      List<Integer> way = new ArrayList<>(List.of(root));
      List<Iterator<Integer>> open = new ArrayList<>(List.of(onward(root)));
      while (!way.isEmpty() && named.size() < first) {
        if (way.getLast() == end) {
          named.add(way.stream().map(view::ref).toList());
        }
        if (open.getLast().hasNext()) {
          int next = open.getLast().next();
          way.add(next);
          open.add(onward(next));
        } else {
          way.removeLast();
          open.removeLast();
        }
      }
    }

    private Iterator<Integer> onward(int node) {
      return onward.getOrDefault(node, Set.of()).iterator();
    }
  }
}
