package dev.portolan.catalog.rebuild.neo4j;

import dev.portolan.catalog.neo4j.Generation;
import dev.portolan.catalog.projection.Drift;
import dev.portolan.catalog.rebuild.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.neo4j.driver.Record;
import org.neo4j.driver.SimpleQueryRunner;

/** Compares the live graph with the one beside it: versions, properties, relations. */
final class GraphComparison {
  private static final String ALL_NEXT = "MATCH (n:Next)";
  private static final String SOME_NEXT = "UNWIND $refs AS ref MATCH (n:Next {ref: ref})";

  private static final String ALL_LIVE = "MATCH (o:Live)";
  private static final String SOME_LIVE = "UNWIND $refs AS ref MATCH (o:Live {ref: ref})";

  /** What differs first is said. Nothing is null of which two graphs alike would both have it. */
  private static final String DIFFERING =
      """

      OPTIONAL MATCH (o:Live {ref: n.ref})
      WITH n, o,
        CASE
          WHEN o IS NULL THEN 'missing'
          WHEN coalesce(o.version, 0) <> coalesce(n.version, 0) THEN 'version'
          WHEN coalesce(properties(o) <> properties(n), true)
            OR (o:LiveEntity) <> (n:NextEntity) THEN 'content'
          WHEN coalesce(
            COLLECT { MATCH (n)-[r]->(t:Next) WITH [type(r), t.ref, properties(r)] AS relation
              ORDER BY relation[0], relation[1] RETURN relation }
            <> COLLECT { MATCH (o)-[r]->(t:Live) WITH [type(r), t.ref, properties(r)] AS relation
              ORDER BY relation[0], relation[1] RETURN relation }, true) THEN 'relations'
        END AS problem
      WHERE problem IS NOT NULL
      RETURN n.ref AS ref, problem, coalesce(o.version, 0) AS before,
        coalesce(n.version, 0) AS after,
        CASE problem WHEN 'content' THEN
          [key IN keys(n) WHERE coalesce(n[key] <> o[key], true)]
          + [key IN keys(o) WHERE n[key] IS NULL] ELSE [] END AS keys
      """;

  /** A deletion that the topic has forgotten since is nothing that the next graph could hold. */
  private static final String SURPLUS =
      """

      WHERE NOT EXISTS { MATCH (n:Next {ref: o.ref}) }
        AND (o:LiveEntity OR o.version IS NULL OR EXISTS { (o)--() })
      RETURN coalesce(o.ref, '') AS ref
      """;

  private static final String COUNT = "MATCH (n:Next) RETURN count(n)";

  private static final String IS_MISSING = "is missing: the topic has version ";
  private static final String IS_SURPLUS = "is surplus: the topic does not know it";

  private final Generation live;

  GraphComparison(Generation live) {
    this.live = live;
  }

  /** Every difference. */
  List<Drift> all(SimpleQueryRunner transaction) {
    return differences(transaction, ALL_NEXT, ALL_LIVE, Set.of());
  }

  /** The differences at these references. */
  Comparison of(Set<String> refs, SimpleQueryRunner transaction) {
    List<Drift> found =
        refs.isEmpty() ? List.of() : differences(transaction, SOME_NEXT, SOME_LIVE, refs);
    long surplus = found.stream().filter(drift -> drift.problem().equals(IS_SURPLUS)).count();
    long missing = found.stream().filter(drift -> drift.problem().startsWith(IS_MISSING)).count();
    long all = transaction.run(labelled(COUNT)).single().get(0).asLong();
    return new Comparison(
        all + surplus,
        found.size(),
        missing,
        surplus,
        found.stream().limit(Comparison.MOST_EXAMPLES).toList());
  }

  private List<Drift> differences(
      SimpleQueryRunner transaction, String next, String before, Set<String> refs) {
    Map<String, Object> parameters = Map.of("refs", List.copyOf(refs));
    List<Drift> found = new ArrayList<>();
    transaction
        .run(labelled(next + DIFFERING), parameters)
        .forEachRemaining(row -> found.add(new Drift(row.get("ref").asString(), problem(row))));
    transaction
        .run(labelled(before + SURPLUS), parameters)
        .forEachRemaining(row -> found.add(new Drift(row.get("ref").asString(), IS_SURPLUS)));
    found.sort(Comparator.comparing(Drift::ref));
    return found;
  }

  private static String problem(Record row) {
    long after = row.get("after").asLong();
    return switch (row.get("problem").asString()) {
      case "missing" -> IS_MISSING + after;
      case "version" ->
          "has version %d, and %d on the topic".formatted(row.get("before").asLong(), after);
      case "content" -> "says something else than the topic: " + row.get("keys").asList();
      default -> "has other relations than on the topic";
    };
  }

  private String labelled(String cypher) {
    Generation next = live.other();
    return cypher
        .replace(":NextEntity", ":" + next.entity())
        .replace(":LiveEntity", ":" + live.entity())
        .replace(":Next", ":" + next.ref())
        .replace(":Live", ":" + live.ref());
  }
}
