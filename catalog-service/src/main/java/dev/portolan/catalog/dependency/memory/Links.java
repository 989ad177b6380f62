package dev.portolan.catalog.dependency.memory;

import dev.portolan.catalog.projection.Declarations;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The edges at one side of a node: the numbers of the other ends and of the types, and what the
 * ends declare. Immutable.
 */
final class Links {
  static final Links NONE = new Links(new int[0], new int[0], null);

  private static final int DECLARER_BITS = 2;
  private static final int BY_SOURCE = 1;
  private static final int BY_TARGET = 2;

  private final int[] nodes;

  /** The bits of the types that occur. */
  private final long present;

  /** Type and declarers in one number: there are millions of these. */
  private final int[] kinds;

  /** The declarations of those edges that have attributes; null when none has, as nearly always. */
  private final @Nullable Declarations @Nullable [] withAttributes;

  /** An edge, seen from one of its ends. */
  record Link(int node, int type) {}

  private Links(int[] nodes, int[] kinds, @Nullable Declarations @Nullable [] withAttributes) {
    this.nodes = nodes;
    this.kinds = kinds;
    this.withAttributes = withAttributes;
    long bits = 0;
    for (int kind : kinds) {
      bits |= TypeSet.bit(kind >> DECLARER_BITS);
    }
    this.present = bits;
  }

  /**
   * Tells of the other ends of all edges of some types. At most nodes all edges are of them or none
   * is: then nothing but the ends is read.
   */
  void each(TypeSet wanted, IntConsumer end) {
    if (wanted.hasNone(present)) {
      return;
    }
    boolean all = wanted.hasAll(present);
    for (int i = 0; i < nodes.length; i++) {
      if (all || wanted.has(type(i))) {
        end.accept(nodes[i]);
      }
    }
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

  /** What the ends of the edge declare. */
  Declarations declarations(int index) {
    Declarations full = withAttributes == null ? null : withAttributes[index];
    return full != null
        ? full
        : new Declarations(
            (kinds[index] & BY_SOURCE) == 0 ? null : Declarations.NO_ATTRIBUTES,
            (kinds[index] & BY_TARGET) == 0 ? null : Declarations.NO_ATTRIBUTES);
  }

  /** Without some and with others; each is there at most once. */
  Links changed(Set<Link> removed, Map<Link, Declarations> added) {
    int most = nodes.length + added.size();
    int[] newNodes = new int[most];
    int[] newKinds = new int[most];
    @Nullable Declarations[] declared = new Declarations[most];
    boolean any = false;
    int size = 0;
    for (int i = 0; i < nodes.length; i++) {
      if (removed.isEmpty() || !removed.contains(new Link(nodes[i], type(i)))) {
        newNodes[size] = nodes[i];
        newKinds[size] = kinds[i];
        declared[size] = withAttributes == null ? null : withAttributes[i];
        any |= declared[size++] != null;
      }
    }
    for (Map.Entry<Link, Declarations> link : added.entrySet()) {
      Declarations declarations = link.getValue();
      newNodes[size] = link.getKey().node();
      newKinds[size] = kind(link.getKey().type(), declarations);
      declared[size] = declarations.haveAttributes() ? declarations : null;
      any |= declared[size++] != null;
    }
    return new Links(
        Arrays.copyOf(newNodes, size),
        Arrays.copyOf(newKinds, size),
        any ? Arrays.copyOf(declared, size) : null);
  }

  private static int kind(int type, Declarations declarations) {
    return type << DECLARER_BITS
        | (declarations.bySource() == null ? 0 : BY_SOURCE)
        | (declarations.byTarget() == null ? 0 : BY_TARGET);
  }
}
