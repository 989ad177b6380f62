package dev.portolan.catalog.dependency.neo4j;

import dev.portolan.catalog.dependency.memory.GraphDraft;
import dev.portolan.catalog.projection.Declarations;
import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.neo4j.EdgeProperties;
import dev.portolan.catalog.projection.neo4j.KindTrouble;
import dev.portolan.catalog.projection.neo4j.WriterNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * Reads the whole graph while no writer writes: what is read must be of one moment. Edges are read
 * as numbers: their references would be most of what is sent.
 */
public final class Neo4jGraphLoader implements ToLongFunction<GraphDraft> {
  private static final String NODES =
      """
      MATCH (n:Ref)
      RETURN id(n) AS id, n.ref AS ref, coalesce(n.version, 0) AS version,
        %s
      """
          .formatted(FactsColumns.of("n"));

  private static final String EDGES =
      """
      MATCH (a:Ref)-[r]->(b:Ref)
      RETURN id(a) AS source, type(r) AS type, r.declaredBy AS declaredBy,
        r.attributes AS attributes, r.targetAttributes AS targetAttributes,
        collect(id(b)) AS targets
      """;

  /** Long enough for millions of edges; writers wait for it. */
  private static final TransactionConfig LIMITED =
      TransactionConfig.builder().withTimeout(Duration.ofMinutes(1)).build();

  private final Driver driver;

  public Neo4jGraphLoader(Driver driver) {
    this.driver = driver;
  }

  @Override
  public long applyAsLong(GraphDraft draft) {
    // Not by executeWrite: tried again, it would put every edge into the draft twice.
    try (Session session = driver.session();
        Transaction transaction = session.beginTransaction(LIMITED)) {
      WriterNode.Turn turn = WriterNode.keepWaiting(transaction);
      draft.reached(turn.reached());
      load(turn.live().of(transaction), draft);
      return turn.number() - 1;
    }
  }

  private static void load(TransactionContext transaction, GraphDraft draft) {
    draft.know(KindTrouble.read(transaction));
    Map<Long, String> refs = new HashMap<>();
    Result nodes = transaction.run(NODES);
    while (nodes.hasNext()) {
      Record row = nodes.next();
      String ref = row.get("ref").asString();
      refs.put(row.get("id").asLong(), ref);
      draft.node(ref, row.get("version").asLong(), FactsColumns.read(row));
    }
    Result edges = transaction.run(EDGES);
    while (edges.hasNext()) {
      Record row = edges.next();
      String source = refs.getOrDefault(row.get("source").asLong(), "");
      String type = row.get("type").asString();
      Declarations declarations =
          EdgeProperties.read(
              row.get("declaredBy").asString(null),
              row.get("attributes").asString(null),
              row.get("targetAttributes").asString(null));
      for (Value target : row.get("targets").values()) {
        draft.add(new Edge(source, type, refs.getOrDefault(target.asLong(), "")), declarations);
      }
    }
  }
}
