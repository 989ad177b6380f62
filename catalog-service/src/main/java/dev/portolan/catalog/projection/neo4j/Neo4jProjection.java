package dev.portolan.catalog.projection.neo4j;

import dev.portolan.catalog.intake.Projection;
import dev.portolan.catalog.intake.StoreUnavailableException;
import dev.portolan.catalog.projection.GraphDifference;
import dev.portolan.catalog.projection.GraphListener;
import dev.portolan.catalog.projection.HeldGraph;
import dev.portolan.events.EntityChanged;
import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;

/** Brings changes into Neo4j: reads, compares, writes only the difference, in one transaction. */
public final class Neo4jProjection implements Projection {
  private static final int TRIES = 3;

  private final Driver driver;
  private final Neo4jSchema schema;
  private final GraphListener listener;

  public Neo4jProjection(Driver driver, GraphListener listener) {
    this.driver = driver;
    this.schema = new Neo4jSchema(driver);
    this.listener = listener;
  }

  @Override
  public void apply(List<EntityChanged> changes) {
    for (int tried = 1; ; tried++) {
      try (Session session = driver.session()) {
        schema.ensure();
        write(session, changes);
        return;
      } catch (Neo4jException e) {
        Neo4jFault fault = Neo4jFault.of(e);
        if (fault == Neo4jFault.STORE) {
          listener.lostTrack();
          throw new StoreUnavailableException("Neo4j did not take a batch: " + e.getMessage(), e);
        }
        if (fault == Neo4jFault.CHANGE || tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private void write(Session session, List<EntityChanged> changes) {
    // The driver runs it again when it cannot know whether a commit arrived. If one did, the second
    // run finds nothing left to do: then its difference is not what was written.
    int[] runs = {0};
    GraphDifference difference =
        session.executeWrite(
            transaction -> {
              runs[0]++;
              return apply(transaction, changes);
            });
    if (runs[0] > 1) {
      listener.lostTrack();
    }
    listener.written(difference);
  }

  private static GraphDifference apply(
      TransactionContext transaction, List<EntityChanged> changes) {
    HeldGraphReader reader = new HeldGraphReader(transaction);
    HeldGraph nodes = reader.nodes(changes);
    List<EntityChanged> news = nodes.news(changes);
    HeldGraph known = nodes.of(news);
    HeldGraph held = new HeldGraph(known.nodes(), reader.edges(known.incomingEdges(news)));
    GraphDifference difference = GraphDifference.between(held, news);
    new GraphDifferenceWriter(transaction).write(difference);
    return difference;
  }
}
