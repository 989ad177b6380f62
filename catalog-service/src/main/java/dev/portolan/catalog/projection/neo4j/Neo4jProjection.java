package dev.portolan.catalog.projection.neo4j;

import dev.portolan.catalog.intake.Projection;
import dev.portolan.catalog.intake.StoreUnavailableException;
import dev.portolan.catalog.projection.GraphDifference;
import dev.portolan.catalog.projection.HeldGraph;
import dev.portolan.events.EntityChanged;
import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.springframework.stereotype.Component;

/** Brings changes into Neo4j: reads, compares, writes only the difference, in one transaction. */
@Component
final class Neo4jProjection implements Projection {
  private static final int RACES = 3;

  private final Driver driver;
  private final Neo4jSchema schema;

  Neo4jProjection(Driver driver) {
    this.driver = driver;
    this.schema = new Neo4jSchema(driver);
  }

  @Override
  public void apply(List<EntityChanged> changes) {
    for (int race = 1; ; race++) {
      try (Session session = driver.session()) {
        schema.ensure();
        session.executeWriteWithoutResult(transaction -> apply(transaction, changes));
        return;
      } catch (Neo4jException e) {
        Neo4jFault fault = Neo4jFault.of(e);
        if (fault == Neo4jFault.STORE) {
          throw new StoreUnavailableException("Neo4j did not take a batch: " + e.getMessage(), e);
        }
        if (fault == Neo4jFault.CHANGE || race == RACES) {
          throw e;
        }
      }
    }
  }

  private static void apply(TransactionContext transaction, List<EntityChanged> changes) {
    HeldGraphReader reader = new HeldGraphReader(transaction);
    HeldGraph nodes = reader.nodes(changes);
    List<EntityChanged> news = nodes.news(changes);
    if (!news.isEmpty()) {
      HeldGraph known = nodes.of(news);
      HeldGraph held = new HeldGraph(known.nodes(), reader.edges(known.incomingEdges(news)));
      new GraphDifferenceWriter(transaction).write(GraphDifference.between(held, news));
    }
  }
}
