package dev.portolan.catalog.neo4j;

import java.util.Map;
import java.util.regex.Pattern;
import org.neo4j.driver.Query;
import org.neo4j.driver.Record;
import org.neo4j.driver.Result;
import org.neo4j.driver.SimpleQueryRunner;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;

/**
 * One of the two places in Neo4j where a graph can stand: one is live, and in the other the next
 * one is built, for Neo4j's community edition has one database. Which one is live is a single
 * property in the store, so that one graph takes the other's place in an instant, however large.
 *
 * <p>Queries are written for the labels {@code :Ref} and {@code :Entity}; a generation puts its own
 * in their place. Those are constants: no input becomes a label.
 */
public enum Generation {
  FIRST("Ref", "Entity"),
  SECOND("Ref2", "Entity2");

  private static final Pattern LABELS = Pattern.compile(":(Ref|Entity)\\b");

  private final String ref;
  private final String entity;

  Generation(String ref, String entity) {
    this.ref = ref;
    this.entity = entity;
  }

  /** The label of every reference of this graph. */
  public String ref() {
    return ref;
  }

  /** The label of those references at which an entity exists. */
  public String entity() {
    return entity;
  }

  /** The place beside this one. */
  public Generation other() {
    return this == FIRST ? SECOND : FIRST;
  }

  /** A query about the graph, as a query about this one. */
  public String in(String cypher) {
    return this == FIRST
        ? cypher
        : LABELS
            .matcher(cypher)
            .replaceAll(label -> ":" + (label.group(1).equals("Ref") ? ref : entity));
  }

  /** Runs queries about the graph as queries about this one. */
  public TransactionContext of(SimpleQueryRunner queries) {
    return new Within(this, queries);
  }

  private record Within(Generation generation, SimpleQueryRunner queries)
      implements TransactionContext {
    @Override
    public Result run(Query query) {
      return queries.run(query.withText(generation.in(query.text())));
    }

    @Override
    public Result run(String cypher) {
      return run(new Query(cypher));
    }

    @Override
    public Result run(String cypher, Value parameters) {
      return run(new Query(cypher, parameters));
    }

    @Override
    public Result run(String cypher, Map<String, Object> parameters) {
      return run(new Query(cypher, Values.value(parameters)));
    }

    @Override
    public Result run(String cypher, Record parameters) {
      return run(new Query(cypher, Values.value(parameters.asMap())));
    }
  }
}
