package dev.portolan.scorecard.graph;

import java.util.Arrays;

/**
 * The strongly connected components: nodes that all reach each other. By R. Tarjan, Depth-first
 * search and linear graph algorithms (1972), with a stack of its own, since graphs are deeper than
 * the thread's. They are numbered from the end: a step from one component to another goes to a
 * lower number.
 */
final class Components {
  private static final int UNSEEN = -1;

  private final Adjacency graph;
  private final int[] component;
  private final int[] order;
  private final int[] low;
  private final int[] open;
  private final int[] path;
  private final int[] place;
  private int opened;
  private int seen;
  private int components;

  private Components(Adjacency graph) {
    this.graph = graph;
    int nodes = graph.nodes();
    component = new int[nodes];
    order = new int[nodes];
    low = new int[nodes];
    open = new int[nodes];
    path = new int[nodes];
    place = new int[nodes];
    Arrays.fill(component, UNSEEN);
    Arrays.fill(order, UNSEEN);
  }

  static Components in(Adjacency graph) {
    Components components = new Components(graph);
    for (int node = 0; node < graph.nodes(); node++) {
      if (components.order[node] == UNSEEN) {
        components.search(node);
      }
    }
    return components;
  }

  /** How many there are. */
  int count() {
    return components;
  }

  /** The number of a node's component. */
  int of(int node) {
    return component[node];
  }

  /** How many nodes each has. */
  int[] sizes() {
    int[] sizes = new int[components];
    for (int number : component) {
      sizes[number]++;
    }
    return sizes;
  }

  private void search(int start) {
    int depth = 0;
    path[0] = start;
    enter(start);
    while (depth >= 0) {
      int node = path[depth];
      if (place[node] < graph.behind(node)) {
        int next = graph.end(place[node]++);
        if (order[next] == UNSEEN) {
          enter(next);
          path[++depth] = next;
        } else if (component[next] == UNSEEN) {
          low[node] = Math.min(low[node], order[next]);
        }
      } else {
        leave(node);
        depth--;
        if (depth >= 0) {
          low[path[depth]] = Math.min(low[path[depth]], low[node]);
        }
      }
    }
  }

  private void enter(int node) {
    order[node] = seen;
    low[node] = seen++;
    place[node] = graph.first(node);
    open[opened++] = node;
  }

  private void leave(int node) {
    if (low[node] == order[node]) {
      int last;
      do {
        last = open[--opened];
        component[last] = components;
      } while (last != node);
      components++;
    }
  }
}
