package dev.portolan.scorecard.graph;

import java.util.Arrays;

/** The steps from each node to others as flat arrays, no step twice. */
final class Adjacency {
  private final int[] starts;
  private final int[] ends;

  /** Takes a step. */
  @FunctionalInterface
  interface StepConsumer {
    void accept(int from, int to);
  }

  /** Can tell of all steps again and again, in no particular order and some maybe twice. */
  @FunctionalInterface
  interface Steps {
    void each(StepConsumer step);
  }

  private Adjacency(int[] starts, int[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  static Adjacency of(int nodes, Steps steps) {
    int[] starts = new int[nodes + 1];
    steps.each((from, to) -> starts[from + 1]++);
    for (int node = 0; node < nodes; node++) {
      starts[node + 1] += starts[node];
    }
    int[] ends = new int[starts[nodes]];
    int[] next = Arrays.copyOf(starts, nodes);
    steps.each((from, to) -> ends[next[from]++] = to);
    return new Adjacency(starts, distinct(starts, ends));
  }

  /** Moves together what remains when each node names an end but once. */
  private static int[] distinct(int[] starts, int[] ends) {
    int nodes = starts.length - 1;
    int[] namedBy = new int[nodes];
    int kept = 0;
    int first = 0;
    for (int node = 0; node < nodes; node++) {
      int behind = starts[node + 1];
      for (int place = first; place < behind; place++) {
        int end = ends[place];
        if (namedBy[end] != node + 1) {
          namedBy[end] = node + 1;
          ends[kept++] = end;
        }
      }
      starts[node + 1] = kept;
      first = behind;
    }
    return kept == ends.length ? ends : Arrays.copyOf(ends, kept);
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

  /** Whether no step goes from the node. */
  boolean isEnd(int node) {
    return starts[node] == starts[node + 1];
  }

  void each(StepConsumer step) {
    for (int node = 0; node < nodes(); node++) {
      for (int place = starts[node]; place < starts[node + 1]; place++) {
        step.accept(node, ends[place]);
      }
    }
  }
}
