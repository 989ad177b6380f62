package dev.portolan.catalog.projection.neo4j;

import dev.portolan.catalog.intake.Positions;
import dev.portolan.catalog.intake.StoreUnavailableException;
import dev.portolan.catalog.neo4j.Reads;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.Neo4jException;

/** Keeps the positions at the {@link WriterNode}: they live and die with the graph. */
public final class Neo4jPositions implements Positions {
  private final Driver driver;
  private final Reads reads;
  private final Neo4jSchema schema;

  public Neo4jPositions(Driver driver, Reads reads, Neo4jSchema schema) {
    this.driver = driver;
    this.reads = reads;
    this.schema = schema;
  }

  @Override
  public Map<String, Long> reached() {
    try {
      return reads.read(WriterNode::reached);
    } catch (Neo4jException e) {
      throw new StoreUnavailableException("Neo4j does not say how far it is: " + e.getMessage(), e);
    }
  }

  /** A store that knows less than it should may be a new one, without constraints. */
  @Override
  public void begin(Map<String, Long> offsets) {
    schema.forget();
    schema.ensure();
    try (Session session = driver.session()) {
      session.executeWriteWithoutResult(
          transaction -> {
            WriterNode.take(transaction);
            WriterNode.leave(transaction, offsets);
          });
    } catch (Neo4jException e) {
      throw new StoreUnavailableException("Neo4j takes no positions: " + e.getMessage(), e);
    }
  }
}
