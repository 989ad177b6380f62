package dev.portolan.ingestion.adapter.database.postgres;

import dev.portolan.ingestion.adapter.database.Table;
import dev.portolan.ingestion.adapter.database.TableName;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statements that read a table, each row as PostgreSQL writes it as JSON. */
final class Statements {
  private Statements() {}

  /** All rows, each with the texts of its key before it. */
  static String selectAll(Table table) {
    return "select %s, to_jsonb(t)::text from %s t"
        .formatted(keyAsText(table), quoted(table.name()));
  }

  /** Those of some keys: a parameter for each column, an array of the column's texts. */
  static String selectSome(Table table) {
    String arrays =
        table.key().stream()
            .map(column -> "(?::text[])::" + column.type() + "[]")
            .collect(Collectors.joining(", "));
    String names = ofKey(table).mapToObj(i -> "k" + i).collect(Collectors.joining(", "));
    String equal =
        ofKey(table)
            .mapToObj(i -> "t.%s = wanted.k%d".formatted(quoted(table, i), i))
            .collect(Collectors.joining(" and "));
    return "%s join (select * from unnest(%s) as k (%s)) as wanted on %s"
        .formatted(selectAll(table), arrays, names, equal);
  }

  /** A table as it stands in a statement. */
  static String quoted(TableName table) {
    return quoted(table.schema()) + "." + quoted(table.name());
  }

  private static String keyAsText(Table table) {
    return ofKey(table)
        .mapToObj(i -> "t." + quoted(table, i) + "::text")
        .collect(Collectors.joining(", "));
  }

  private static IntStream ofKey(Table table) {
    return IntStream.range(0, table.key().size());
  }

  private static String quoted(Table table, int column) {
    return quoted(table.key().get(column).name());
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
