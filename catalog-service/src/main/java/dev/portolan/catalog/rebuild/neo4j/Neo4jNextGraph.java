package dev.portolan.catalog.rebuild.neo4j;

import static java.util.stream.Collectors.toCollection;

import dev.portolan.catalog.intake.StoreUnavailableException;
import dev.portolan.catalog.intake.Stretch;
import dev.portolan.catalog.neo4j.Generation;
import dev.portolan.catalog.neo4j.LiveGeneration;
import dev.portolan.catalog.projection.Drift;
import dev.portolan.catalog.projection.GraphListener;
import dev.portolan.catalog.projection.neo4j.GraphUpdate;
import dev.portolan.catalog.projection.neo4j.Neo4jFault;
import dev.portolan.catalog.projection.neo4j.WriterNode;
import dev.portolan.catalog.projection.neo4j.WriterNode.Turn;
import dev.portolan.catalog.rebuild.Comparison;
import dev.portolan.catalog.rebuild.NextGraph;
import dev.portolan.events.EntityChanged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/** The graph of the generation that is not live. */
public final class Neo4jNextGraph implements NextGraph {
  /** Long enough to compare millions of references; writers wait no longer than that either. */
  private static final TransactionConfig LIMITED =
      TransactionConfig.builder().withTimeout(Duration.ofSeconds(90)).build();

  /** Small enough that Neo4j's memory does not notice. */
  private static final int PORTION = 2_000;

  private static final String ANY = "MATCH (n:Ref) RETURN 1 LIMIT 1";

  private static final String REMOVE =
      "MATCH (n:Ref) WITH n LIMIT $portion DETACH DELETE n RETURN count(n) AS removed";

  private final Driver driver;
  private final LiveGeneration live;
  private final GraphListener listener;
  private final String by;

  /**
   * The next graph.
   *
   * @param listener follows the graph that is live
   * @param by who has signed in at the {@link Neo4jRebuildDesk}
   */
  public Neo4jNextGraph(Driver driver, LiveGeneration live, GraphListener listener, String by) {
    this.driver = driver;
    this.live = live;
    this.listener = listener;
    this.by = by;
  }

  @Override
  public boolean isEmpty() {
    Generation next = live.now().other();
    return within(transaction -> next.of(transaction).run(ANY).list().isEmpty());
  }

  @Override
  public void clear() {
    Generation next = live.now().other();
    while (removePortion(next) > 0) {
      // As often as it takes.
    }
  }

  private long removePortion(Generation next) {
    return written(
        transaction ->
            next.of(transaction)
                .run(REMOVE, Map.of("portion", PORTION))
                .single()
                .get("removed")
                .asLong());
  }

  @Override
  public void apply(List<EntityChanged> changes, List<Stretch> stretches) {
    if (changes.isEmpty()) {
      return;
    }
    Generation next = live.now().other();
    try {
      var _ = written(transaction -> GraphUpdate.apply(next.of(transaction), changes));
    } catch (Neo4jException e) {
      if (Neo4jFault.of(e) == Neo4jFault.CHANGE) {
        throw e;
      }
      throw new StoreUnavailableException(
          "Neo4j did not take a batch of the next graph: " + e.getMessage(), e);
    }
  }

  @Override
  public Set<String> differing() {
    GraphComparison comparison = new GraphComparison(live.now());
    return within(comparison::all).stream().map(Drift::ref).collect(toCollection(TreeSet::new));
  }

  @Override
  public Comparison takeOver(Set<String> suspects, Consumer<Map<String, Long>> readOn) {
    Generation next;
    Comparison result;
    // Not by executeWrite, which would do all of it twice when it cannot know whether the commit
    // arrived.
    try (Session session = driver.session();
        Transaction transaction = session.beginTransaction(LIMITED)) {
      Turn turn = WriterNode.take(transaction);
      next = turn.live().other();
      readOn.accept(turn.reached());
      result = new GraphComparison(turn.live()).of(suspects, transaction);
      WriterNode.putLive(transaction, next);
      Neo4jRebuildDesk.isStill(by, transaction);
      transaction.commit();
    }
    live.became(next);
    listener.replaced();
    return result;
  }

  @Override
  public Comparison compare(Set<String> suspects, Consumer<Map<String, Long>> readOn) {
    return within(
        transaction -> {
          Turn turn = WriterNode.keepWaiting(transaction);
          readOn.accept(turn.reached());
          Comparison result = new GraphComparison(turn.live()).of(suspects, transaction);
          // Else somebody may have taken from the next graph what then seems surplus.
          Neo4jRebuildDesk.isStill(by, transaction);
          return result;
        });
  }

  private <T> T within(Function<Transaction, T> question) {
    try (Session session = driver.session();
        Transaction transaction = session.beginTransaction(LIMITED)) {
      return question.apply(transaction);
    }
  }

  private <T> T written(Function<Transaction, T> write) {
    try (Session session = driver.session();
        Transaction transaction = session.beginTransaction(LIMITED)) {
      T result = write.apply(transaction);
      Neo4jRebuildDesk.isStill(by, transaction);
      transaction.commit();
      return result;
    }
  }
}
