package dev.portolan.catalog.finding;

/** Counts what can be reached from each node, by a search from every one of them. */
final class Reach {
  /** Some seconds' worth: a graph in which everything reaches everything would take hours. */
  static final long MOST_STEPS = 400_000_000L;

  private final Adjacency graph;
  private final int[] seenBy;
  private final int[] queue;
  private final long mostSteps;
  private long steps;

  Reach(Adjacency graph, long mostSteps) {
    this.graph = graph;
    this.mostSteps = mostSteps;
    this.seenBy = new int[graph.nodes()];
    this.queue = new int[graph.nodes()];
  }

  /** Whether no more nodes can be counted. */
  boolean isExhausted() {
    return steps >= mostSteps;
  }

  /** How many nodes can be reached from this one, itself not counted. */
  int from(int start) {
    int mark = start + 1;
    int end = 0;
    queue[end++] = start;
    seenBy[start] = mark;
    for (int next = 0; next < end; next++) {
      int node = queue[next];
      steps += graph.degree(node);
      for (int place = graph.first(node); place < graph.behind(node); place++) {
        int reached = graph.end(place);
        if (seenBy[reached] != mark) {
          seenBy[reached] = mark;
          queue[end++] = reached;
        }
      }
    }
    return end - 1;
  }
}
