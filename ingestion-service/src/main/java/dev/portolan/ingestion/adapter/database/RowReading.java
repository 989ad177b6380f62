package dev.portolan.ingestion.adapter.database;

import dev.portolan.ingestion.adapter.BoundException;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.mapping.MappedItems;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Reads rows and maps each to documents. */
final class RowReading {
  private static final int MOST_ROWS = 500_000;

  private final Database database;
  private final Connection connection;
  private final MappedItems items;
  private int rows;

  RowReading(
      Database database,
      Connection connection,
      DescriptorReader reader,
      Consumer<FoundDocument> sink) {
    this.database = database;
    this.connection = connection;
    this.items = new MappedItems(reader, sink);
  }

  /** Reads all rows; in a transaction, which fetches them bit by bit. */
  void readAll(Table table) throws SQLException, BoundException {
    try (PreparedStatement statement = database.selectAll(table, connection)) {
      read(table, statement);
    }
  }

  /** Reads those of these rows that are there. */
  void read(Table table, Collection<Row> wanted) throws SQLException, BoundException {
    List<List<String>> keys = wanted.stream().map(Row::key).toList();
    try (PreparedStatement statement = database.selectSome(table, keys, connection)) {
      read(table, statement);
    }
  }

  /** What the owner of the source may want to know. */
  List<String> notes() {
    return items.notes("rows");
  }

  private void read(Table table, PreparedStatement statement) throws SQLException, BoundException {
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        if (++rows > MOST_ROWS) {
          throw new BoundException(
              "There are more than %,d rows; the rest is not read".formatted(MOST_ROWS));
        }
        List<String> key = new ArrayList<>();
        for (int i = 1; i <= table.key().size(); i++) {
          key.add(result.getString(i));
        }
        JsonNode row = database.row(result, table.key().size() + 1);
        String path = new Row(table.name(), key).path();
        items.map(table.mapping(), row, path, path);
      }
    }
  }
}
