package dev.portolan.catalog.dependency;

import dev.portolan.catalog.projection.Facts;
import dev.portolan.events.RelationTypes;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A view of the graph, in which each node has a number. */
public interface GraphView {
  /** The number of no node. */
  int NONE = -1;

  /** Takes an edge that was followed. */
  @FunctionalInterface
  interface StepConsumer {
    void accept(int from, int to);
  }

  /** The node at a reference; {@link #NONE} when nothing exists there and no edge ends there. */
  int node(String ref);

  /** The node at the reference that a key of the facts is; {@link #NONE} as above. */
  default int nodeOfKey(int key) {
    return node(table().key(key));
  }

  String ref(int node);

  /** The facts of which this view gives the numbers. */
  FactsTable table();

  /** The number of what is true of a node; {@link #NONE} when nothing exists there. */
  int factsNumber(int node);

  /** What is counted and selected by; null when nothing exists there. */
  default @Nullable Facts facts(int node) {
    int number = factsNumber(node);
    return number == NONE ? null : table().get(number);
  }

  /** What exists at a reference; null when nothing does. */
  default @Nullable Facts factsAt(String ref) {
    int node = node(ref);
    return node == NONE ? null : facts(node);
  }

  /** The version at a reference; 0 when none was ever heard of. */
  long version(String ref);

  /** Which way trouble travels along the types of relations, by the kinds that there are here. */
  RelationTypes knownTypes();

  /** For each partition of the topic, the offset of the first record that this view lacks. */
  Map<String, Long> position();

  /** Tells of all nodes that are one step from one of these, some maybe more than once. */
  void reach(int[] nodes, Traversal traversal, IntConsumer reached);

  /** Tells of all steps from these nodes. */
  void steps(int[] nodes, Traversal traversal, StepConsumer step);
}
