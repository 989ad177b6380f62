package dev.portolan.ingestion.adapter.database;

import dev.portolan.ingestion.adapter.FollowingException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What differs between the databases whose tables can be sources. */
public interface Database {

  /** The name of the adapter. */
  String adapter();

  /** The scheme of addresses. */
  String scheme();

  /** The port of addresses that have none. */
  int port();

  /** How connections are kept from being listened to. */
  TlsModes tls();

  /**
   * The schema of a table that is named without one.
   *
   * @param database that the source's address names
   */
  String schema(String database);

  /** A connection that finds out that the server is gone, and that no statement keeps for long. */
  Connection open(Login login) throws SQLException;

  /**
   * Name and type of the columns of a table's primary key, in their order; none where there is no
   * such table.
   */
  PreparedStatement selectKey(TableName table, Connection connection) throws SQLException;

  /** The types of key columns whose text is the same in a query and in a change that is told. */
  Set<String> keyTypes();

  /** All rows, each with the texts of its key before it, fetched bit by bit. */
  PreparedStatement selectAll(Table table, Connection connection) throws SQLException;

  /**
   * The rows of some keys, like {@link #selectAll}.
   *
   * @param keys each the texts of the key's columns
   */
  PreparedStatement selectSome(Table table, List<List<String>> keys, Connection connection)
      throws SQLException;

  /**
   * The columns by their names of the row that the result stands at.
   *
   * @param first where they begin, after the key
   */
  JsonNode row(ResultSet result, int first) throws SQLException;

  /**
   * Sees to it that changes of these tables are heard.
   *
   * @throws FollowingException when the database does not let it; the message says what it needs
   */
  Hearing prepare(String source, List<Table> tables, Connection connection) throws SQLException;

  /** From when on changes are heard. */
  enum Hearing {
    /** From where they were heard last: the database kept them. */
    ON,
    /** From now on: the database keeps them. */
    FROM_NOW_ON,
    /** From when the stream begins, which it tells. */
    FROM_ITS_BEGINNING
  }

  /** What Debezium's connector must know beside what all have in common. */
  Properties connector(String source, Login login);

  /**
   * The table that a change is of.
   *
   * @param origin what Debezium calls a change's {@code source}
   */
  String table(JsonNode origin);

  /**
   * Removes what following a source left in the database.
   *
   * @throws FollowingException when the database does not let it
   */
  void leave(String source, Login login);
}
