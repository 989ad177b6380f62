package dev.portolan.catalog.neo4j;

import java.time.Duration;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionCallback;
import org.neo4j.driver.TransactionConfig;

/**
 * Puts questions to Neo4j, which ends those that take too long: whoever asked has gone by then, and
 * the next question would have to wait.
 */
public final class Reads {
  /** The longest that one question may take. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  /** Rows of whole documents: the driver holds about two portions. */
  private static final SessionConfig IN_SMALL_PORTIONS =
      SessionConfig.builder().withFetchSize(16).build();

  private final Driver driver;
  private final TransactionConfig limited;

  public Reads(Driver driver) {
    this(driver, LIMIT);
  }

  Reads(Driver driver, Duration limit) {
    this.driver = driver;
    this.limited = TransactionConfig.builder().withTimeout(limit).build();
  }

  /** Answers a question. */
  public <T> T read(TransactionCallback<T> question) {
    return read(SessionConfig.defaultConfig(), question);
  }

  /** Answers a question about which the caller decides, row by row, whether it wants more. */
  public <T> T readInSmallPortions(TransactionCallback<T> question) {
    return read(IN_SMALL_PORTIONS, question);
  }

  private <T> T read(SessionConfig config, TransactionCallback<T> question) {
    try (Session session = driver.session(config)) {
      return session.executeRead(question, limited);
    }
  }
}
