package dev.portolan.catalog.projection.neo4j;

import dev.portolan.catalog.intake.StoreUnavailableException;
import dev.portolan.catalog.neo4j.Generation;
import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The constraints and indexes that the projection and the queries rely on. */
public final class Neo4jSchema {
  private static final Logger log = LoggerFactory.getLogger(Neo4jSchema.class);

  /** What each generation needs, with what comes before the name. */
  private static final List<String> OF_A_GRAPH =
      List.of(
          "CREATE CONSTRAINT %sref IF NOT EXISTS FOR (n:Ref) REQUIRE n.ref IS UNIQUE",
          "CREATE INDEX %sentity_ref IF NOT EXISTS FOR (n:Entity) ON (n.ref)",
          "CREATE INDEX %sentity_kind IF NOT EXISTS FOR (n:Entity) ON (n.kindKey, n.ref)",
          "CREATE INDEX %sentity_owner IF NOT EXISTS FOR (n:Entity) ON (n.owner, n.ref)",
          "CREATE INDEX %sentity_system IF NOT EXISTS FOR (n:Entity) ON (n.system, n.ref)",
          "CREATE INDEX %sentity_name IF NOT EXISTS FOR (n:Entity) ON (n.nameKey, n.ref)");

  private static final String REBUILD =
      "CREATE CONSTRAINT rebuild IF NOT EXISTS FOR (b:Rebuild) REQUIRE b.name IS UNIQUE";

  private final Driver driver;
  private boolean present;

  public Neo4jSchema(Driver driver) {
    this.driver = driver;
  }

  /**
   * Creates what is missing, and waits until it can be used. Once it has succeeded, it is quick.
   *
   * @throws StoreUnavailableException when that fails, for whatever reason: no change is to blame
   */
  public synchronized void ensure() {
    if (present) {
      return;
    }
    try (Session session = driver.session()) {
      session.run(WriterNode.CONSTRAINT).consume();
      session.run(REBUILD).consume();
      OF_A_GRAPH.forEach(
          statement -> {
            session.run(Generation.FIRST.in(statement.formatted(""))).consume();
            session.run(Generation.SECOND.in(statement.formatted("second_"))).consume();
          });
      session.run("CALL db.awaitIndexes(300)").consume();
    } catch (Neo4jException e) {
      throw new StoreUnavailableException(
          "Neo4j has not all constraints and indexes: " + e.getMessage(), e);
    }
    present = true;
    log.info("Neo4j's constraints and indexes are in place");
  }

  /** Neo4j may be another one than before. */
  synchronized void forget() {
    present = false;
  }
}
