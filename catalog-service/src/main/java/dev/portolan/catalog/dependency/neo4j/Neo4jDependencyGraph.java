package dev.portolan.catalog.dependency.neo4j;

import dev.portolan.catalog.dependency.DependencyGraph;
import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.neo4j.Reads;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Searches in Neo4j itself: one query for each level. */
public final class Neo4jDependencyGraph implements DependencyGraph {
  private final Reads reads;

  public Neo4jDependencyGraph(Reads reads) {
    this.reads = reads;
  }

  @Override
  public <T> T read(Function<GraphView, T> question) {
    return reads.read(transaction -> question.apply(new Neo4jGraphView(transaction)));
  }

  @Override
  public Set<String> relationTypes() {
    return reads.ask(
        "CALL db.relationshipTypes() YIELD relationshipType",
        Map.of(),
        result -> Set.copyOf(result.list(row -> row.get(0).asString())));
  }
}
