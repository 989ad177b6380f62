package dev.portolan.ingestion.sync.postgres;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * This process among those that share the database: a number, and an advisory lock on it that
 * PostgreSQL frees when the process is gone, however it went. A sync whose instance holds no lock
 * runs no more.
 */
@Component
public class Instance {
  /** The first half of the lock's key, so that instances meet no other advisory lock. */
  public static final int LOCK = 0x696e7374;

  private final DataSource dataSource;
  private @Nullable Connection connection;
  private int number;

  Instance(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Its number. */
  public synchronized int number() {
    try {
      Connection held = connection;
      if (held == null || !held.isValid(2)) {
        leave();
        connection = lock();
      }
      return number;
    } catch (SQLException e) {
      throw new IllegalStateException("PostgreSQL does not answer: " + e.getMessage(), e);
    }
  }

  /** Frees the lock. */
  @PreDestroy
  synchronized void leave() throws SQLException {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }

  /**
   * A connection that is lost took its lock with it: what ran until then may be given up for dead.
   */
  private Connection lock() throws SQLException {
    Connection fresh = dataSource.getConnection();
    try (PreparedStatement statement =
        fresh.prepareStatement(
            "select n, pg_advisory_lock(?, n) from (select nextval('instance')::int as n) as next")) {
      statement.setInt(1, LOCK);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        number = row.getInt(1);
      }
    } catch (SQLException e) {
      fresh.close();
      throw e;
    }
    return fresh;
  }
}
