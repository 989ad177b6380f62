package dev.portolan.catalog.dependency.neo4j;

import dev.portolan.catalog.dependency.FactsTable;
import dev.portolan.catalog.dependency.GraphView;
import dev.portolan.catalog.dependency.Traversal;
import dev.portolan.catalog.projection.Facts;
import dev.portolan.catalog.projection.neo4j.KindTrouble;
import dev.portolan.catalog.projection.neo4j.WriterNode;
import dev.portolan.events.RelationTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.TransactionContext;

/** Numbers nodes as it meets them. */
final class Neo4jGraphView implements GraphView {
  private static final String NODE =
      """
      MATCH (n:Ref {ref: $ref}) WHERE n:Entity OR EXISTS { (n)--() }
      RETURN n.ref AS ref, %s
      """
          .formatted(FactsColumns.of("n"));

  private static final String VERSION =
      "MATCH (n:Ref {ref: $ref}) RETURN coalesce(n.version, 0) AS version";

  private static final String STEP =
      """
      UNWIND $refs AS ref
      MATCH (from:Ref {ref: ref})
      CALL (from) {
        MATCH (from)<-[r]-(to) WHERE type(r) IN $incoming RETURN to
        UNION
        MATCH (from)-[r]->(to) WHERE type(r) IN $outgoing RETURN to
      }
      """;

  private static final String REACH =
      STEP + "WITH DISTINCT to RETURN to.ref AS ref, " + FactsColumns.of("to");

  private static final String STEPS =
      STEP + "RETURN from.ref AS from, to.ref AS ref, " + FactsColumns.of("to");

  private record Node(String ref, int facts) {}

  private final TransactionContext transaction;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Node> nodes = new ArrayList<>();
  private final FactsTable table = new FactsTable();

  Neo4jGraphView(TransactionContext transaction) {
    this.transaction = transaction;
  }

  @Override
  public int node(String ref) {
    List<Record> rows = transaction.run(NODE, Map.of("ref", ref)).list();
    return rows.isEmpty() ? NONE : number(rows.getFirst());
  }

  @Override
  public String ref(int node) {
    return nodes.get(node).ref();
  }

  @Override
  public int factsNumber(int node) {
    return nodes.get(node).facts();
  }

  @Override
  public FactsTable table() {
    return table;
  }

  @Override
  public RelationTypes knownTypes() {
    return KindTrouble.read(transaction);
  }

  @Override
  public Map<String, Long> position() {
    return WriterNode.reached(transaction);
  }

  @Override
  public long version(String ref) {
    List<Record> rows = transaction.run(VERSION, Map.of("ref", ref)).list();
    return rows.isEmpty() ? 0 : rows.getFirst().get("version").asLong();
  }

  @Override
  public void reach(int[] from, Traversal traversal, IntConsumer reached) {
    Result result = run(REACH, from, traversal);
    while (result.hasNext()) {
      reached.accept(number(result.next()));
    }
  }

  @Override
  public void steps(int[] from, Traversal traversal, StepConsumer step) {
    Result result = run(STEPS, from, traversal);
    while (result.hasNext()) {
      Record row = result.next();
      Integer start = numbers.get(row.get("from").asString());
      if (start != null) {
        step.accept(start, number(row));
      }
    }
  }

  private Result run(String cypher, int[] from, Traversal traversal) {
    List<String> refs = Arrays.stream(from).mapToObj(this::ref).toList();
    return transaction.run(
        cypher,
        Map.of(
            "refs", refs,
            "incoming", list(traversal.incoming()),
            "outgoing", list(traversal.outgoing())));
  }

  private int number(Record row) {
    return numbers.computeIfAbsent(
        row.get("ref").asString(),
        ref -> {
          Facts facts = FactsColumns.read(row);
          nodes.add(new Node(ref, facts == null ? NONE : table.give(facts)));
          return nodes.size() - 1;
        });
  }

  private static List<String> list(Set<String> types) {
    return List.copyOf(types);
  }
}
