package dev.portolan.outbox.relay;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The right to carry this outbox, which one relay at a time has: an advisory lock of a PostgreSQL
 * session, so that it ends with the process that holds it, however that ends.
 *
 * <p>What the relay changes in the database goes through this same session: who has lost the lock
 * can change nothing any more.
 */
final class RelayLock implements AutoCloseable {
  private static final int SECONDS_TO_ANSWER = 2;

  /**
   * A holder whose machine is gone is found out by the server after 5 + 3 × 2 seconds; that it
   * deletes what was sent need not survive a crash of the server, for then it is sent again.
   */
  private static final String SESSION =
      """
      set tcp_keepalives_idle = 5;
      set tcp_keepalives_interval = 2;
      set tcp_keepalives_count = 3;
      set statement_timeout = '20s';
      set synchronous_commit = off
      """;

  private final Connection connection;
  private final JdbcClient session;
  private final String name;

  private RelayLock(Connection connection, String name) {
    this.connection = connection;
    this.session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    this.name = name;
  }

  /** Opens the session in which {@link #tryTake()} can be asked. */
  static RelayLock open(Database database, String name) throws SQLException {
    Connection connection = database.connect();
    RelayLock lock = new RelayLock(connection, name);
    try {
      lock.session.sql(SESSION).update();
      return lock;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Whether this session has the lock now. */
  boolean tryTake() {
    return session
        .sql("select pg_try_advisory_lock(hashtextextended(:name, 0))")
        .param("name", name)
        .query(Boolean.class)
        .single();
  }

  /** Whether the session lives; a lock once taken lives as long. */
  boolean alive() {
    try {
      return connection.isValid(SECONDS_TO_ANSWER);
    } catch (SQLException e) {
      return false;
    }
  }

  /** The session itself, for what only the holder may do. */
  JdbcClient session() {
    return session;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // It was gone already, and the lock with it.
    }
  }
}
