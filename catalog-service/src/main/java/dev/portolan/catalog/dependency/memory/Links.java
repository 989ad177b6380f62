package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.projection.Declarations;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * The edges at one side of a node: the numbers of the other ends and of the types, and which of the
 * ends declares each. Immutable.
 */
final class Links {
  static final Links NONE = new Links(new int[0], new int[0]);

  private static final int DECLARER_BITS = 2;
  private static final int BY_SOURCE = 1;
  private static final int BY_TARGET = 2;

  private final int[] nodes;

  /** Type and declarers in one number: there are millions of these. */
  private final int[] kinds;

  /** An edge, seen from one of its ends. */
  record Link(int node, int type) {}

  private Links(int[] nodes, int[] kinds) {
    this.nodes = nodes;
    this.kinds = kinds;
  }

  int size() {
    return nodes.length;
  }

  int node(int index) {
    return nodes[index];
  }

  int type(int index) {
    return kinds[index] >> DECLARER_BITS;
  }

  /** Who declares the edge; with no attributes, which are not held here. */
  Declarations declarations(int index) {
    return new Declarations(
        (kinds[index] & BY_SOURCE) == 0 ? null : Declarations.NO_ATTRIBUTES,
        (kinds[index] & BY_TARGET) == 0 ? null : Declarations.NO_ATTRIBUTES);
  }

  /** Without some and with others; each is there at most once. */
  Links changed(Set<Link> removed, Map<Link, Declarations> added) {
    int[] newNodes = Arrays.copyOf(nodes, nodes.length + added.size());
    int[] newKinds = Arrays.copyOf(kinds, newNodes.length);
    int size = nodes.length;
    if (!removed.isEmpty()) {
      size = 0;
      for (int i = 0; i < nodes.length; i++) {
        if (!removed.contains(new Link(nodes[i], type(i)))) {
          newNodes[size] = nodes[i];
          newKinds[size++] = kinds[i];
        }
      }
    }
    for (Map.Entry<Link, Declarations> link : added.entrySet()) {
      newNodes[size] = link.getKey().node();
      newKinds[size++] = kind(link.getKey().type(), link.getValue());
    }
    return new Links(Arrays.copyOf(newNodes, size), Arrays.copyOf(newKinds, size));
  }

  private static int kind(int type, Declarations declarations) {
    return type << DECLARER_BITS
        | (declarations.bySource() == null ? 0 : BY_SOURCE)
        | (declarations.byTarget() == null ? 0 : BY_TARGET);
  }
}
