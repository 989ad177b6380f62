package dev.portolan.catalog.dependency.memory;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The edges at one side of a node: the numbers of the other ends and of the types. Immutable. */
final class Links {
  static final Links NONE = new Links(new int[0], new short[0]);

  private final int[] nodes;
  private final short[] types;

  /** An edge, seen from one of its ends. */
  record Link(int node, short type) {}

  private Links(int[] nodes, short[] types) {
    this.nodes = nodes;
    this.types = types;
  }

  int size() {
    return nodes.length;
  }

  int node(int index) {
    return nodes[index];
  }

  short type(int index) {
    return types[index];
  }

  /** Without some and with others; each is there at most once. */
  Links changed(Set<Link> removed, List<Link> added) {
    int[] newNodes = Arrays.copyOf(nodes, nodes.length + added.size());
    short[] newTypes = Arrays.copyOf(types, newNodes.length);
    int size = nodes.length;
    if (!removed.isEmpty()) {
      size = 0;
      for (int i = 0; i < nodes.length; i++) {
        if (!removed.contains(new Link(nodes[i], types[i]))) {
          newNodes[size] = nodes[i];
          newTypes[size++] = types[i];
        }
      }
    }
    for (Link link : added) {
      newNodes[size] = link.node();
      newTypes[size++] = link.type();
    }
    return new Links(Arrays.copyOf(newNodes, size), Arrays.copyOf(newTypes, size));
  }
}
