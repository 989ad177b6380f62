package dev.portolan.catalog.dependency.neo4j;

import dev.portolan.catalog.dependency.DependencyGraph;
import dev.portolan.catalog.dependency.GraphView;
import java.util.Set;
import java.util.function.Function;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/** Searches in Neo4j itself: one query for each level. */
public final class Neo4jDependencyGraph implements DependencyGraph {
  private final Driver driver;

  public Neo4jDependencyGraph(Driver driver) {
    this.driver = driver;
  }

  @Override
  public <T> T read(Function<GraphView, T> question) {
    try (Session session = driver.session()) {
      return session.executeRead(transaction -> question.apply(new Neo4jGraphView(transaction)));
    }
  }

  @Override
  public Set<String> relationTypes() {
    try (Session session = driver.session()) {
      return Set.copyOf(
          session.executeRead(
              transaction ->
                  transaction
                      .run("CALL db.relationshipTypes() YIELD relationshipType")
                      .list(row -> row.get(0).asString())));
    }
  }
}
