package dev.portolan.catalog.dependency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Everything that can be reached from some roots, by the number of steps that it takes: the outcome
 * of a breadth-first search. The roots themselves are not among it, also when they lie on a cycle.
 */
public final class Levels {
  private final GraphView view;
  private final Traversal traversal;
  private final List<int[]> levels = new ArrayList<>();
  private int[] depths = new int[64];
  private boolean moreBeyond;

  private Levels(GraphView view, Traversal traversal) {
    this.view = view;
    this.traversal = traversal;
  }

  /** Searches as far as it goes. */
  public static Levels search(GraphView view, int root, Traversal traversal) {
    return search(view, new int[] {root}, traversal, Integer.MAX_VALUE);
  }

  /**
   * Searches.
   *
   * @param maxDepth how many steps to go at most
   */
  static Levels search(GraphView view, int[] roots, Traversal traversal, int maxDepth) {
    Levels levels = new Levels(view, traversal);
    int[] frontier = roots;
    for (int root : roots) {
      levels.mark(root, 1);
    }
    while (frontier.length > 0) {
      int[] next = levels.unseen(frontier);
      if (next.length > 0 && levels.levels.size() == maxDepth) {
        levels.moreBeyond = true;
        return levels;
      }
      if (next.length > 0) {
        levels.levels.add(next);
      }
      frontier = next;
    }
    return levels;
  }

  /** How many levels there are: the steps to what is farthest. */
  int deepest() {
    return levels.size();
  }

  /** The nodes that are so many steps away, in no particular order. */
  int[] at(int depth) {
    return levels.get(depth - 1);
  }

  /** Everything that was reached, the nearest first. */
  public IntStream nodes() {
    return levels.stream().flatMapToInt(Arrays::stream);
  }

  /** How many steps away a node is; 0 for a root, -1 for what was not reached. */
  int depth(int node) {
    return node < depths.length ? depths[node] - 1 : -1;
  }

  /** Whether there is more beyond the greatest depth that was asked for. */
  boolean moreBeyond() {
    return moreBeyond;
  }

  private int[] unseen(int[] frontier) {
    int mark = levels.size() + 2;
    IntBuffer next = new IntBuffer();
    view.reach(
        frontier,
        traversal,
        node -> {
          if (node >= depths.length || depths[node] == 0) {
            mark(node, mark);
            next.add(node);
          }
        });
    return next.toArray();
  }

  private void mark(int node, int mark) {
    if (node >= depths.length) {
      depths = Arrays.copyOf(depths, Math.max(node + 1, depths.length * 2));
    }
    depths[node] = mark;
  }

  /** A list of numbers that are not boxed. */
  private static final class IntBuffer {
    private int[] numbers = new int[16];
    private int size;

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, size * 2);
      }
      numbers[size++] = number;
    }

    int[] toArray() {
      return Arrays.copyOf(numbers, size);
    }
  }
}
