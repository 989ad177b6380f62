package dev.portolan.ingestion.adapter.postgres;

import dev.portolan.ingestion.adapter.mapping.Mapping;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks tables up in PostgreSQL's catalog. */
final class Tables {
  /** Those whose text is the same in a query and in a change that Debezium tells. */
  private static final Set<String> KEY_TYPES =
      Set.of("smallint", "integer", "bigint", "text", "character varying", "uuid");

  private static final String KEY =
      """
      select a.attname, format_type(a.atttypid, null) as type
      from pg_index i
      join unnest(i.indkey) with ordinality as k (attnum, n) on true
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
      where i.indrelid = to_regclass(?) and i.indisprimary order by k.n
      """;

  private Tables() {}

  /**
   * All tables of a source with their keys.
   *
   * @throws UnusableTableException when one is not there, or its rows cannot be told apart
   */
  static List<Table> of(PostgresSource source, Connection connection)
      throws SQLException, UnusableTableException {
    List<Table> tables = new ArrayList<>();
    for (Map.Entry<TableName, Mapping> each : source.tables().entrySet()) {
      tables.add(new Table(each.getKey(), key(each.getKey(), connection), each.getValue()));
    }
    return tables;
  }

  private static List<Table.Column> key(TableName table, Connection connection)
      throws SQLException, UnusableTableException {
    List<Table.Column> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(KEY)) {
      statement.setString(1, table.sql());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(new Table.Column(rows.getString("attname"), rows.getString("type")));
        }
      }
    }
    if (columns.isEmpty()) {
      throw new UnusableTableException(
          "There is no table %s with a primary key that this user can see".formatted(table));
    }
    for (Table.Column column : columns) {
      if (!KEY_TYPES.contains(column.type())) {
        throw new UnusableTableException(
            "The column %s of the primary key of %s is a %s; it must be one of %s"
                .formatted(
                    column.name(), table, column.type(), KEY_TYPES.stream().sorted().toList()));
      }
    }
    return columns;
  }
}
