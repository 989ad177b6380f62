package dev.portolan.catalog.projection.neo4j;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.portolan.catalog.projection.Declarations;
import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.HeldGraph;
import dev.portolan.catalog.projection.HeldNode;
import dev.portolan.events.EntityChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.Value;

/** Reads the part of the graph that a batch may touch. */
final class HeldGraphReader {
  /** Of what is held at that version or above only the version is of interest. */
  private static final String NODES =
      """
      UNWIND $changes AS change
      MATCH (n:Ref {ref: change.ref})
      WITH n, coalesce(n.version, 0) AS version, change
      RETURN n.ref AS ref, version, n.declared AS declared,
        CASE WHEN version >= change.version THEN [] ELSE
          [(n)-[r]->(t) | [type(r), t.ref, r.declaredBy, r.attributes, r.targetAttributes]]
        END AS outgoing
      """;

  private static final String EDGES =
      """
      UNWIND $edges AS edge
      MATCH (a:Ref {ref: edge.source})
      MATCH (b:Ref {ref: edge.target})
      MATCH (a)-[r]->(b) WHERE type(r) = edge.type
      RETURN a.ref, type(r), b.ref, r.declaredBy, r.attributes, r.targetAttributes
      """;

  private final SimpleQueryRunner transaction;

  HeldGraphReader(SimpleQueryRunner transaction) {
    this.transaction = transaction;
  }

  HeldGraph nodes(List<EntityChanged> changes) {
    List<Map<String, Object>> rows =
        changes.stream()
            .map(
                change ->
                    Map.<String, Object>of(
                        "ref", change.ref().toString(), "version", change.version()))
            .toList();
    Map<String, HeldNode> nodes = new HashMap<>();
    for (Record row : transaction.run(NODES, Map.of("changes", rows)).list()) {
      nodes.put(row.get("ref").asString(), node(row));
    }
    return new HeldGraph(nodes);
  }

  Map<Edge, Declarations> edges(Set<Edge> edges) {
    Map<Edge, Declarations> held = new HashMap<>();
    if (!edges.isEmpty()) {
      List<Map<String, Object>> rows = edges.stream().map(EdgeProperties::key).toList();
      for (Record row : transaction.run(EDGES, Map.of("edges", rows)).list()) {
        held.put(
            new Edge(row.get(0).asString(), row.get(1).asString(), row.get(2).asString()),
            EdgeProperties.read(text(row.get(3)), text(row.get(4)), text(row.get(5))));
      }
    }
    return held;
  }

  private static HeldNode node(Record row) {
    String ref = row.get("ref").asString();
    Map<Edge, Declarations> outgoing = new HashMap<>();
    for (Value edge : row.get("outgoing").values()) {
      outgoing.put(
          new Edge(ref, edge.get(0).asString(), edge.get(1).asString()),
          EdgeProperties.read(text(edge.get(2)), text(edge.get(3)), text(edge.get(4))));
    }
    Value declared = row.get("declared");
    return new HeldNode(
        row.get("version").asLong(),
        outgoing,
        declared.isNull()
            ? Set.of()
            : declared.asList(Value::asString).stream()
                .map(text -> NodeProperties.edge(text, ref))
                .collect(toUnmodifiableSet()));
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
