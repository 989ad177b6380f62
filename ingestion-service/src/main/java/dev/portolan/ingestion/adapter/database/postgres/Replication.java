package dev.portolan.ingestion.adapter.database.postgres;

import dev.portolan.ingestion.adapter.FollowingException;
import dev.portolan.ingestion.adapter.database.Table;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What following leaves in a source's database: a publication and a replication slot of this name.
 */
record Replication(String name) {
  private static final int LONGEST_PART = 40;

  /**
   * The name for a source, unique in the database's server though it has letters and digits only.
   */
  static Replication of(String source) {
    String part = source.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    String hash =
        UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
    return new Replication(
        "portolan_%s_%s".formatted(part.substring(0, Math.min(LONGEST_PART, part.length())), hash));
  }

  /**
   * Sees to it that changes of the tables are kept for us.
   *
   * @return whether nothing was kept until now
   */
  boolean prepare(List<Table> tables, Connection connection) throws SQLException {
    publish(tables, connection);
    String status =
        text(
            connection,
            "select coalesce(wal_status, '') from pg_replication_slots where slot_name = ?");
    if (status != null && status.equals("lost")) {
      text(connection, "select pg_drop_replication_slot(?)::text");
      status = null;
    }
    if (status != null) {
      return false;
    }
    try {
      text(connection, "select pg_create_logical_replication_slot(?, 'pgoutput')::text");
    } catch (SQLException e) {
      throw new FollowingException(
          "PostgreSQL makes no replication slot: %s. It needs wal_level = logical, a free slot, and a user with REPLICATION"
              .formatted(e.getMessage()),
          e);
    }
    return true;
  }

  /** Takes all of it away. */
  void remove(Connection connection) throws SQLException {
    text(
        connection,
        "select pg_drop_replication_slot(slot_name)::text from pg_replication_slots where slot_name = ?");
    execute(connection, "drop publication if exists " + name);
  }

  private void publish(List<Table> tables, Connection connection) throws SQLException {
    Set<String> wanted =
        tables.stream().map(table -> table.name().toString()).collect(Collectors.toSet());
    String list =
        tables.stream()
            .map(table -> Statements.quoted(table.name()))
            .collect(Collectors.joining(", "));
    boolean exists =
        text(connection, "select pubname from pg_publication where pubname = ?") != null;
    if (exists && published(connection).equals(wanted)) {
      return;
    }
    String statement =
        exists
            ? "alter publication %s set table %s".formatted(name, list)
            : "create publication %s for table %s".formatted(name, list);
    try {
      execute(connection, statement);
    } catch (SQLException e) {
      throw new FollowingException(
          "PostgreSQL publishes no changes: %s. Let the owner of the tables run: %s"
              .formatted(e.getMessage(), statement),
          e);
    }
  }

  private Set<String> published(Connection connection) throws SQLException {
    Set<String> tables = new HashSet<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select schemaname || '.' || tablename from pg_publication_tables where pubname = ?")) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          tables.add(rows.getString(1));
        }
      }
    }
    return tables;
  }

  private @Nullable String text(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : null;
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
