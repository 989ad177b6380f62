package dev.portolan.ingestion.adapter.postgres;

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
import tools.jackson.databind.json.JsonMapper;

/** Reads rows and maps each to documents. */
final class RowReading {
  private static final int FETCHED = 500;
  private static final int MOST_ROWS = 500_000;

  private final Connection connection;
  private final MappedItems items;
  private int rows;

  RowReading(Connection connection, DescriptorReader reader, Consumer<FoundDocument> sink) {
    this.connection = connection;
    this.items = new MappedItems(reader, sink);
  }

  /** Reads all rows; in a transaction, which fetches them bit by bit. */
  void readAll(Table table) throws SQLException, BoundException {
    try (PreparedStatement statement = connection.prepareStatement(table.selectAll())) {
      statement.setFetchSize(FETCHED);
      read(table, statement);
    }
  }

  /** Reads those of these rows that are there. */
  void read(Table table, Collection<Row> wanted) throws SQLException, BoundException {
    try (PreparedStatement statement = connection.prepareStatement(table.selectSome())) {
      for (int i = 0; i < table.key().size(); i++) {
        int column = i;
        Object[] texts = wanted.stream().map(row -> row.key().get(column)).toArray();
        statement.setArray(i + 1, connection.createArrayOf("text", texts));
      }
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
        String json = result.getString(table.key().size() + 1);
        String path = new Row(table.name(), key).path();
        items.map(table.mapping(), JsonMapper.shared().readTree(json), path, path);
      }
    }
  }
}
