package dev.portolan.catalog.finding;

import dev.portolan.catalog.dependency.Traversal;
import dev.portolan.catalog.dependency.WholeGraph;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The steps from each node as flat arrays, which searches from every node need. */
final class Adjacency {
  private final int[] starts;
  private final int[] ends;

  private Adjacency(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  /** The steps of a traversal. */
  static Adjacency of(WholeGraph graph, Traversal traversal) {
    int[] all = IntStream.range(0, graph.size()).toArray();
    int[] starts = new int[all.length + 1];
    graph.steps(all, traversal, (from, to) -> starts[from + 1]++);
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = Arrays.copyOf(starts, all.length);
    int[] ends = new int[starts[all.length]];
    graph.steps(all, traversal, (from, to) -> ends[next[from]++] = to);
    return new Adjacency(starts, ends);
  }

  int nodes() {
    return starts.length - 1;
  }

  /** The first place in {@link #end} that belongs to the node. */
  int first(int node) {
    return starts[node];
  }

  /** The place behind the last one that belongs to the node. */
  int behind(int node) {
    return starts[node + 1];
  }

  int end(int place) {
    return ends[place];
  }

  int degree(int node) {
    return behind(node) - first(node);
  }
}
