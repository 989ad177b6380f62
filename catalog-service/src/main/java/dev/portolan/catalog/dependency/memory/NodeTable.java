package dev.portolan.catalog.dependency.memory;

import java.util.Arrays;
import java.util.Map;

/**
 * Nodes by number, in chunks: a new state shares with the one before all chunks in which nothing
 * changed. A reader that has taken a table sees one state for as long as it likes.
 */
final class NodeTable {
  private static final int BITS = 8;
  private static final int CHUNK = 1 << BITS;
  private static final int MASK = CHUNK - 1;

  static final NodeTable EMPTY = new NodeTable(new Node[0][], 0);

  private final Node[][] chunks;
  private final int size;

  private NodeTable(Node[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  int size() {
    return size;
  }

  Node get(int number) {
    return chunks[number >> BITS][number & MASK];
  }

  /** A table with these nodes in their places; every number below the new size must have one. */
  NodeTable with(Map<Integer, Node> changed, int newSize) {
    Node[][] newChunks = Arrays.copyOf(chunks, (newSize + MASK) >> BITS);
    boolean[] own = new boolean[newChunks.length];
    changed.forEach(
        (number, node) -> {
          int chunk = number >> BITS;
          if (!own[chunk]) {
            own[chunk] = true;
            newChunks[chunk] = chunk < chunks.length ? chunks[chunk].clone() : new Node[CHUNK];
          }
          newChunks[chunk][number & MASK] = node;
        });
    return new NodeTable(newChunks, newSize);
  }
}
