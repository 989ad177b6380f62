package dev.portolan.catalog.projection.neo4j;

import dev.portolan.catalog.intake.Projection;
import dev.portolan.catalog.intake.StoreBehindException;
import dev.portolan.catalog.intake.StoreUnavailableException;
import dev.portolan.catalog.intake.Stretch;
import dev.portolan.catalog.projection.GraphDifference;
import dev.portolan.catalog.projection.GraphListener;
import dev.portolan.catalog.projection.neo4j.WriterNode.Turn;
import dev.portolan.events.EntityChanged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings changes into Neo4j: waits for its turn, reads, compares, writes only the difference and
 * how far it is now, in one transaction.
 */
public final class Neo4jProjection implements Projection {
  private static final Logger log = LoggerFactory.getLogger(Neo4jProjection.class);
  private static final int TRIES = 3;

  /** A writer that hangs must not keep the others waiting for ever. */
  private static final TransactionConfig LIMITED =
      TransactionConfig.builder().withTimeout(Duration.ofMinutes(2)).build();

  private final Driver driver;
  private final Neo4jSchema schema;
  private final GraphListener listener;

  public Neo4jProjection(Driver driver, Neo4jSchema schema, GraphListener listener) {
    this.driver = driver;
    this.schema = schema;
    this.listener = listener;
  }

  @Override
  public void apply(List<EntityChanged> changes, List<Stretch> stretches) {
    for (int tried = 1; ; tried++) {
      schema.ensure();
      try {
        write(changes, stretches);
        return;
      } catch (StoreBehindException e) {
        schema.forget();
        listener.lostTrack();
        throw e;
      } catch (Neo4jException e) {
        Neo4jFault fault = Neo4jFault.of(e);
        if (fault == Neo4jFault.CHANGE) {
          throw e;
        }
        if (fault == Neo4jFault.STORE || tried == TRIES) {
          schema.forget();
          listener.lostTrack();
          throw new StoreUnavailableException("Neo4j did not take a batch: " + e.getMessage(), e);
        }
      }
    }
  }

  private void write(List<EntityChanged> changes, List<Stretch> stretches) {
    Turn turn;
    GraphDifference difference;
    Map<String, Long> advanced;
    // Not by executeWrite, which tries again when it cannot know whether a commit arrived: the
    // second run would find nothing to do, and nobody would hear what the first one wrote.
    try (Session session = driver.session();
        Transaction transaction = session.beginTransaction(LIMITED)) {
      turn = WriterNode.take(transaction);
      requireAllBefore(turn, stretches);
      difference = GraphUpdate.apply(turn.live().of(transaction), changes);
      advanced = turn.advanced(stretches);
      if (difference.isEmpty() && advanced.isEmpty()) {
        return;
      }
      WriterNode.leave(transaction, advanced);
      transaction.commit();
    }
    tell(turn.number(), advanced, difference);
  }

  private static void requireAllBefore(Turn turn, List<Stretch> stretches) {
    stretches.stream()
        .filter(turn::lacks)
        .findFirst()
        .ifPresent(
            stretch -> {
              throw new StoreBehindException(
                  "Neo4j lacks what came before offset %d of %s"
                      .formatted(stretch.from(), stretch.partition()));
            });
  }

  /** What was written stays written, whatever the listener makes of it. */
  private void tell(long turn, Map<String, Long> advanced, GraphDifference difference) {
    try {
      listener.written(turn, advanced, difference);
    } catch (RuntimeException e) {
      log.warn("What was written to Neo4j could not be followed", e);
      listener.lostTrack();
    }
  }
}
