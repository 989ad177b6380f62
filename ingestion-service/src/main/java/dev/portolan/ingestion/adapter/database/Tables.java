package dev.portolan.ingestion.adapter.database;

import dev.portolan.ingestion.adapter.mapping.Mapping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks up what identifies the rows of tables. */
final class Tables {
  private Tables() {}

  /**
   * All tables of a source with their keys.
   *
   * @throws UnusableTableException when one is not there, or its rows cannot be told apart
   */
  static List<Table> of(DatabaseSource source, Database database, Connection connection)
      throws SQLException, UnusableTableException {
    List<Table> tables = new ArrayList<>();
    for (Map.Entry<TableName, Mapping> each : source.tables().entrySet()) {
      tables.add(
          new Table(each.getKey(), key(each.getKey(), database, connection), each.getValue()));
    }
    return tables;
  }

  private static List<Table.Column> key(TableName table, Database database, Connection connection)
      throws SQLException, UnusableTableException {
    List<Table.Column> columns = new ArrayList<>();
    try (PreparedStatement statement = database.selectKey(table, connection);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        columns.add(new Table.Column(rows.getString(1), rows.getString(2)));
      }
    }
    if (columns.isEmpty()) {
      throw new UnusableTableException(
          "There is no table %s with a primary key that this user can see".formatted(table));
    }
    for (Table.Column column : columns) {
      if (!database.keyTypes().contains(column.type())) {
        throw new UnusableTableException(
            "The column %s of the primary key of %s is a %s; it must be one of %s"
                .formatted(
                    column.name(),
                    table,
                    column.type(),
                    database.keyTypes().stream().sorted().toList()));
      }
    }
    return columns;
  }
}
