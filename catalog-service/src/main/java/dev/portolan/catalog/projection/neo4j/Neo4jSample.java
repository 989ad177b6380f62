package dev.portolan.catalog.projection.neo4j;

import dev.portolan.catalog.neo4j.Reads;
import dev.portolan.catalog.projection.Declarations;
import dev.portolan.catalog.projection.Drift;
import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.GraphDifference;
import dev.portolan.catalog.projection.GraphSample;
import dev.portolan.catalog.projection.HeldGraph;
import dev.portolan.events.EntityChanged;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads the nodes of the sample with the relations that go from them. */
public final class Neo4jSample implements GraphSample {
  private static final String NODES =
      """
      UNWIND $refs AS ref
      MATCH (n:Ref {ref: ref})
      RETURN ref, n:Entity AS exists, properties(n) AS properties,
        [(n)-[r]->(t) | [type(r), t.ref, r.declaredBy, r.attributes, r.targetAttributes]]
          AS outgoing
      """;

  /** What the graph holds of one reference. */
  private record Held(
      boolean exists, Map<String, Object> properties, Map<Edge, String> declaredBySource) {
    static final Held NOTHING = new Held(false, Map.of(), Map.of());

    long version() {
      return properties.get("version") instanceof Long version ? version : 0;
    }
  }

  private final Reads reads;

  public Neo4jSample(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Found compare(List<EntityChanged> changes) {
    Map<String, Held> held = held(changes);
    Set<String> alike = new TreeSet<>();
    List<Drift> drifts = new ArrayList<>();
    for (EntityChanged change : changes) {
      String ref = change.ref().toString();
      Held here = held.getOrDefault(ref, Held.NOTHING);
      if (here.version() <= change.version()) {
        String problem = problem(change, here);
        if (problem == null) {
          alike.add(ref);
        } else {
          drifts.add(new Drift(ref, problem));
        }
      }
    }
    return new Found(alike, drifts);
  }

  private Map<String, Held> held(List<EntityChanged> changes) {
    List<String> refs = changes.stream().map(change -> change.ref().toString()).toList();
    return reads.ask(
        NODES,
        Map.of("refs", refs),
        rows -> {
          Map<String, Held> held = new HashMap<>();
          rows.forEachRemaining(row -> held.put(row.get("ref").asString(), held(row)));
          return held;
        });
  }

  private static Held held(Record row) {
    Map<Edge, Declarations> outgoing = new HashMap<>();
    String ref = row.get("ref").asString();
    for (Value edge : row.get("outgoing").values()) {
      outgoing.put(
          new Edge(ref, edge.get(0).asString(), edge.get(1).asString()),
          EdgeProperties.read(text(edge.get(2)), text(edge.get(3)), text(edge.get(4))));
    }
    return new Held(
        row.get("exists").asBoolean(), row.get("properties").asMap(), bySource(outgoing));
  }

  private static @Nullable String problem(EntityChanged change, Held held) {
    if (held.version() < change.version()) {
      return held.version() == 0
          ? "is missing: the topic has version " + change.version()
          : "has version %d, and %d on the topic".formatted(held.version(), change.version());
    }
    if (held.exists() != (change.entity() != null)) {
      return held.exists()
          ? "exists, and is deleted on the topic"
          : "is missing: the topic has version " + change.version();
    }
    return change.entity() == null ? null : problemOfContent(change, held);
  }

  /** A graph that knows nothing lacks all that the change says. */
  private static @Nullable String problemOfContent(EntityChanged change, Held held) {
    GraphDifference said = GraphDifference.between(new HeldGraph(Map.of()), List.of(change));
    Map<String, Object> properties = NodeProperties.of(said.created().getFirst());
    if (!properties.equals(held.properties())) {
      Set<String> keys = new TreeSet<>(properties.keySet());
      keys.addAll(held.properties().keySet());
      keys.removeIf(
          key ->
              properties.containsKey(key)
                  && properties.get(key).equals(held.properties().get(key)));
      return "says something else than the topic: " + keys;
    }
    return bySource(said.added()).equals(held.declaredBySource())
        ? null
        : "has other relations than on the topic";
  }

  /** What the sources declare: the targets' part stands in a property of theirs. */
  private static Map<Edge, String> bySource(Map<Edge, Declarations> edges) {
    Map<Edge, String> declared = new HashMap<>();
    edges.forEach(
        (edge, declarations) -> {
          String attributes = declarations.bySource();
          if (attributes != null) {
            declared.put(edge, attributes);
          }
        });
    return declared;
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
