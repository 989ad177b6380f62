package dev.portolan.ingestion.adapter.postgres;

import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.mapping.Mapped;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows and maps each to documents. */
final class RowReading {
  private static final int FETCHED = 500;
  private static final int MOST_ROWS = 500_000;
  private static final int RUNAWAYS = 10;

  private final Connection connection;
  private final DescriptorReader reader;
  private final Consumer<FoundDocument> sink;
  private final Map<String, Integer> notes = new TreeMap<>();
  private int rows;
  private int runaways;

  /** A bound that was reached. */
  static final class BoundException extends Exception {
    private static final long serialVersionUID = 1L;

    BoundException(String message) {
      super(message);
    }
  }

  RowReading(Connection connection, DescriptorReader reader, Consumer<FoundDocument> sink) {
    this.connection = connection;
    this.reader = reader;
    this.sink = sink;
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
    return notes.entrySet().stream()
        .map(note -> note.getKey() + " (" + note.getValue() + " rows).")
        .toList();
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
        map(table, new Row(table.name(), key).path(), JsonMapper.shared().readTree(json));
      }
    }
  }

  private void map(Table table, String path, JsonNode row) throws BoundException {
    for (Mapped mapped : table.mapping().map(row)) {
      mapped.notes().forEach(note -> notes.merge(note, 1, Integer::sum));
      sink.accept(new FoundDocument(path, mapped.read(reader, 1)));
      if (mapped.runaway() && ++runaways >= RUNAWAYS) {
        throw new BoundException(
            "A program of the mapping was stopped at its bounds with %d rows; the rest is not read"
                .formatted(runaways));
      }
    }
  }
}
