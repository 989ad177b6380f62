package dev.portolan.catalog.projection;

import static java.util.stream.Collectors.toSet;

import dev.portolan.catalog.projection.Edge.End;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The part of the graph that a batch may touch.
 *
 * @param nodes of those references in the batch that the graph knows
 * @param incoming the edges of {@link #incomingEdges} that exist
 */
public record HeldGraph(Map<String, HeldNode> nodes, Map<Edge, Declarations> incoming) {

  /** A graph of which only nodes have been read so far. */
  public HeldGraph(Map<String, HeldNode> nodes) {
    this(nodes, Map.of());
  }

  /**
   * Only the nodes that those changes are about. Of the others the edges have not been read: a node
   * that is held at the version of its change needs no more than that version.
   */
  public HeldGraph of(List<EntityChanged> news) {
    Map<String, HeldNode> kept = new HashMap<>(nodes);
    kept.keySet().retainAll(news.stream().map(change -> change.ref().toString()).collect(toSet()));
    return new HeldGraph(kept);
  }

  /** The changes that are news: above the version that is held. */
  public List<EntityChanged> news(List<EntityChanged> changes) {
    return changes.stream()
        .filter(
            change -> {
              HeldNode held = nodes.get(change.ref().toString());
              return held == null || held.version() < change.version();
            })
        .toList();
  }

  /**
   * The edges which the batch declares or withdraws from their target's end, and which come from
   * outside the batch: their other declarations have to be known too.
   */
  public Set<Edge> incomingEdges(List<EntityChanged> news) {
    Set<Edge> edges = new TreeSet<>();
    for (EntityChanged change : news) {
      String ref = change.ref().toString();
      HeldNode held = nodes.get(ref);
      if (held != null) {
        edges.addAll(held.declaredAsTarget());
      }
      edges.addAll(declarations(ref, change.entity(), End.TARGET).keySet());
    }
    edges.removeIf(edge -> nodes.containsKey(edge.source()));
    return edges;
  }

  Declarations declarations(Edge edge) {
    HeldNode source = nodes.get(edge.source());
    return source == null
        ? incoming.getOrDefault(edge, Declarations.NONE)
        : source.outgoing().getOrDefault(edge, Declarations.NONE);
  }

  /** What an entity declares from one end, with the attributes as JSON. */
  static Map<Edge, String> declarations(String ref, @Nullable Entity entity, End end) {
    Map<Edge, String> declared = new HashMap<>();
    if (entity != null) {
      entity
          .relations()
          .forEach(
              relation -> {
                Edge.Declared declaration = Edge.of(ref, relation);
                if (declaration.by() == end) {
                  declared.put(declaration.edge(), AttributesJson.write(relation.attributes()));
                }
              });
    }
    return declared;
  }
}
