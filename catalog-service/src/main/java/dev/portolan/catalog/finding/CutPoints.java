package dev.portolan.catalog.finding;

import java.util.Arrays;

/**
 * The nodes without which a graph falls apart, whichever way its steps go. By J. Hopcroft and R.
 * Tarjan, Efficient algorithms for graph manipulation (1973), with a stack of its own.
 */
final class CutPoints {
  private static final int UNSEEN = -1;

  private final Adjacency graph;
  private final int[] order;
  private final int[] low;
  private final int[] size;
  private final int[] path;
  private final int[] place;

  /** How many nodes hang below a node and on nothing else, and the most of these in one part. */
  private final int[] cutOff;

  private final int[] greatestPart;
  private final int[] partsBelow;
  private final int[] root;
  private int seen;

  private CutPoints(Adjacency undirected) {
    this.graph = undirected;
    int nodes = undirected.nodes();
    order = new int[nodes];
    low = new int[nodes];
    size = new int[nodes];
    path = new int[nodes];
    place = new int[nodes];
    cutOff = new int[nodes];
    greatestPart = new int[nodes];
    partsBelow = new int[nodes];
    root = new int[nodes];
    Arrays.fill(order, UNSEEN);
  }

  /**
   * Of each node, how many nodes would be cut off from the greatest part that remains without it; 0
   * when the graph holds together.
   *
   * @param undirected every step in both directions
   */
  static int[] cutOff(Adjacency undirected) {
    CutPoints points = new CutPoints(undirected);
    for (int node = 0; node < undirected.nodes(); node++) {
      if (points.order[node] == UNSEEN) {
        points.search(node);
      }
    }
    int[] cut = new int[undirected.nodes()];
    for (int node = 0; node < cut.length; node++) {
      cut[node] = points.cut(node);
    }
    return cut;
  }

  private void search(int start) {
    int depth = 0;
    path[0] = start;
    enter(start, start);
    while (depth >= 0) {
      int node = path[depth];
      if (place[node] < graph.behind(node)) {
        int next = graph.end(place[node]++);
        if (order[next] == UNSEEN) {
          enter(next, start);
          path[++depth] = next;
        } else {
          low[node] = Math.min(low[node], order[next]);
        }
      } else {
        depth--;
        if (depth >= 0) {
          leave(path[depth], node);
        }
      }
    }
  }

  private void enter(int node, int start) {
    order[node] = seen;
    low[node] = seen++;
    size[node] = 1;
    place[node] = graph.first(node);
    root[node] = start;
  }

  private void leave(int parent, int child) {
    size[parent] += size[child];
    low[parent] = Math.min(low[parent], low[child]);
    if (low[child] >= order[parent]) {
      partsBelow[parent]++;
      cutOff[parent] += size[child];
      greatestPart[parent] = Math.max(greatestPart[parent], size[child]);
    }
  }

  private int cut(int node) {
    int above = size[root[node]] - 1 - cutOff[node];
    int parts = partsBelow[node] + (above > 0 ? 1 : 0);
    return parts < 2 ? 0 : cutOff[node] + above - Math.max(above, greatestPart[node]);
  }
}
