package dev.portolan.catalog.projection.neo4j;

import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.GraphDifference;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.SimpleQueryRunner;

/**
 * Writes a difference. Nodes come first, then edges; types of relationships are parameters too, so
 * that no text from a source ever becomes Cypher.
 */
final class GraphDifferenceWriter {
  private static final String CREATE = "UNWIND $rows AS row CREATE (n:Ref:Entity) SET n = row";

  private static final String UPDATE =
      "UNWIND $rows AS row MATCH (n:Ref {ref: row.ref}) SET n = row SET n:Entity";

  private static final String DELETE =
      """
      UNWIND $rows AS row
      MERGE (n:Ref {ref: row.ref})
      SET n = row
      REMOVE n:Entity
      """;

  private static final String PLACEHOLDERS = "UNWIND $rows AS ref MERGE (:Ref {ref: ref})";

  private static final String ENDS =
      """
      UNWIND $rows AS row
      MATCH (a:Ref {ref: row.source})
      MATCH (b:Ref {ref: row.target})
      """;

  private static final String ADD = ENDS + "CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties";

  private static final String REDECLARE =
      ENDS + "MATCH (a)-[r]->(b) WHERE type(r) = row.type SET r = row.properties";

  private static final String REMOVE =
      ENDS + "MATCH (a)-[r]->(b) WHERE type(r) = row.type DELETE r";

  /** What nothing points at any more, and of which nothing was ever known, is forgotten. */
  private static final String FORGET =
      """
      UNWIND $rows AS ref
      MATCH (n:Ref {ref: ref}) WHERE n.version IS NULL AND NOT EXISTS { (n)--() }
      DELETE n
      """;

  private final SimpleQueryRunner transaction;

  GraphDifferenceWriter(SimpleQueryRunner transaction) {
    this.transaction = transaction;
  }

  void write(GraphDifference difference) {
    run(CREATE, difference.created().stream().map(NodeProperties::of).toList());
    run(UPDATE, difference.updated().stream().map(NodeProperties::of).toList());
    run(
        DELETE,
        difference.deleted().stream()
            .map(gone -> Map.of("ref", gone.ref(), "version", gone.version(), "deleted", true))
            .toList());
    run(PLACEHOLDERS, List.copyOf(difference.placeholders()));
    run(REMOVE, difference.removed().stream().map(EdgeProperties::key).toList());
    run(REDECLARE, EdgeProperties.rows(difference.redeclared()));
    run(ADD, EdgeProperties.rows(difference.added()));
    run(FORGET, List.copyOf(ends(difference.removed())));
  }

  private void run(String cypher, Collection<?> rows) {
    if (!rows.isEmpty()) {
      transaction.run(cypher, Map.of("rows", rows)).consume();
    }
  }

  private static Set<String> ends(Set<Edge> edges) {
    Set<String> ends = new TreeSet<>();
    edges.forEach(
        edge -> {
          ends.add(edge.source());
          ends.add(edge.target());
        });
    return ends;
  }
}
