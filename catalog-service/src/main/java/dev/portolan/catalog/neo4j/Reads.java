package dev.portolan.catalog.neo4j;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Query;
import org.neo4j.driver.Result;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.Value;
import org.neo4j.driver.Values;
import org.neo4j.driver.exceptions.RetryableException;

/**
 * Puts questions to the live graph in Neo4j, which ends those that take too long: whoever asked has
 * gone by then, and the next question would have to wait.
 */
public final class Reads {
  /** The longest that one question may take. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  /** Said to Neo4j, so that none of these ever writes and a cluster may ask any of its members. */
  private static final SessionConfig READING =
      SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();

  /** Rows of whole documents: the driver holds about two portions. */
  private static final SessionConfig IN_SMALL_PORTIONS =
      SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).withFetchSize(16).build();

  private static final TransactionConfig LIMITED =
      TransactionConfig.builder().withTimeout(LIMIT).build();

  private final Driver driver;
  private final LiveGeneration live;

  public Reads(Driver driver) {
    this(driver, new LiveGeneration(driver));
  }

  public Reads(Driver driver, LiveGeneration live) {
    this.driver = driver;
    this.live = live;
  }

  /**
   * Answers a question that is one query. It goes to Neo4j and back once; beginning and ending a
   * transaction of its own would take two journeys more.
   */
  public <T> T ask(String cypher, Map<String, ?> parameters, Function<Result, T> answer) {
    return ask(READING, cypher, parameters, answer);
  }

  /** The same, where the caller decides row by row whether it wants more. */
  public <T> T askInSmallPortions(
      String cypher, Map<String, ?> parameters, Function<Result, T> answer) {
    return ask(IN_SMALL_PORTIONS, cypher, parameters, answer);
  }

  /** Answers a question of several queries, which all see the same graph. */
  public <T> T read(TransactionCallback<T> question) {
    try (Session session = driver.session()) {
      Generation generation = live.now();
      return session.executeRead(
          transaction -> question.execute(generation.of(transaction)), LIMITED);
    }
  }

  private <T> T ask(
      SessionConfig config, String cypher, Map<String, ?> parameters, Function<Result, T> answer) {
    Value values = Values.value(parameters);
    try {
      return askOnce(config, cypher, values, answer);
    } catch (RuntimeException e) {
      // A connection of the pool that died with the server before, above all.
      if (e instanceof RetryableException) {
        return askOnce(config, cypher, values, answer);
      }
      throw e;
    }
  }

  private <T> T askOnce(
      SessionConfig config, String cypher, Value parameters, Function<Result, T> answer) {
    Query query = new Query(live.now().in(cypher), parameters);
    try (Session session = driver.session(config)) {
      return answer.apply(session.run(query, LIMITED));
    }
  }
}
