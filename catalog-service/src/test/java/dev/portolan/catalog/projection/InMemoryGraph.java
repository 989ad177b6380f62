package dev.portolan.catalog.projection;

import dev.portolan.events.EntityChanged;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds what differences say, as Neo4j does; refuses what Neo4j would refuse. */
public final class InMemoryGraph {
  private record Node(long version, boolean exists, Set<Edge> declaredAsTarget) {}

  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<Edge, Declarations> edges = new TreeMap<>();
  int writes;

  /** Applies a batch, and says what was written. */
  public GraphDifference apply(List<EntityChanged> changes) {
    HeldGraph all = nodesOf(changes);
    List<EntityChanged> news = all.news(changes);
    HeldGraph known = all.of(news);
    Map<Edge, Declarations> incoming = new HashMap<>();
    for (Edge edge : known.incomingEdges(news)) {
      if (edges.containsKey(edge)) {
        incoming.put(edge, edges.get(edge));
      }
    }
    GraphDifference difference =
        GraphDifference.between(new HeldGraph(known.nodes(), incoming), news);
    if (!difference.isEmpty()) {
      writes++;
    }
    write(difference);
    return difference;
  }

  private HeldGraph nodesOf(List<EntityChanged> changes) {
    Map<String, HeldNode> held = new HashMap<>();
    for (EntityChanged change : changes) {
      String ref = change.ref().toString();
      Node node = nodes.get(ref);
      if (node != null) {
        Map<Edge, Declarations> outgoing = new HashMap<>(edges);
        outgoing.keySet().removeIf(edge -> !edge.source().equals(ref));
        held.put(ref, new HeldNode(node.version(), outgoing, node.declaredAsTarget()));
      }
    }
    return new HeldGraph(held);
  }

  private void write(GraphDifference difference) {
    difference
        .created()
        .forEach(
            state -> {
              require(!nodes.containsKey(state.ref()), "created twice: " + state.ref());
              nodes.put(state.ref(), new Node(state.version(), true, state.declaredAsTarget()));
            });
    difference
        .updated()
        .forEach(
            state -> {
              require(nodes.containsKey(state.ref()), "updated but absent: " + state.ref());
              nodes.put(state.ref(), new Node(state.version(), true, state.declaredAsTarget()));
            });
    difference
        .deleted()
        .forEach(gone -> nodes.put(gone.ref(), new Node(gone.version(), false, Set.of())));
    difference.placeholders().forEach(ref -> nodes.putIfAbsent(ref, new Node(0, false, Set.of())));
    difference.removed().forEach(edge -> require(edges.remove(edge) != null, "no edge " + edge));
    difference
        .redeclared()
        .forEach(
            (edge, declarations) ->
                require(edges.put(edge, declarations) != null, "no edge " + edge));
    difference
        .added()
        .forEach(
            (edge, declarations) -> {
              require(nodes.containsKey(edge.source()), "no source of " + edge);
              require(nodes.containsKey(edge.target()), "no target of " + edge);
              require(edges.put(edge, declarations) == null, "edge twice: " + edge);
            });
    Set<String> pointedAt = new HashSet<>();
    edges.keySet().forEach(edge -> pointedAt.addAll(List.of(edge.source(), edge.target())));
    difference.removed().stream()
        .flatMap(edge -> List.of(edge.source(), edge.target()).stream())
        .filter(ref -> !pointedAt.contains(ref))
        .filter(ref -> nodes.containsKey(ref) && version(ref) == 0)
        .forEach(nodes::remove);
  }

  long version(String ref) {
    Node node = nodes.get(ref);
    return node == null ? 0 : node.version();
  }

  Map<Edge, Declarations> edges() {
    return edges;
  }

  Set<String> existing() {
    Set<String> existing = new TreeSet<>(nodes.keySet());
    existing.removeIf(ref -> !nodes.getOrDefault(ref, new Node(0, false, Set.of())).exists());
    return existing;
  }

  Set<String> refs() {
    return nodes.keySet();
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalStateException(message);
    }
  }
}
