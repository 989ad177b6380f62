package dev.portolan.ingestion.adapter.database.mysql;

import dev.portolan.ingestion.adapter.database.Table;
import java.util.Collections;
import java.util.stream.Collectors;

/** Statements that read a table. */
final class Statements {
  private Statements() {}

  /** All rows, each with the texts of its key before it. */
  static String selectAll(Table table) {
    String key =
        table.key().stream()
            .map(column -> "cast(t." + quoted(column.name()) + " as char)")
            .collect(Collectors.joining(", "));
    return "select %s, t.* from %s.%s t"
        .formatted(key, quoted(table.name().schema()), quoted(table.name().name()));
  }

  /** Those of so many keys: a parameter for each column of each. */
  static String selectSome(Table table, int keys) {
    String columns =
        table.key().stream()
            .map(column -> "t." + quoted(column.name()))
            .collect(Collectors.joining(", "));
    String key = "(" + String.join(", ", Collections.nCopies(table.key().size(), "?")) + ")";
    return "%s where (%s) in (%s)"
        .formatted(selectAll(table), columns, String.join(", ", Collections.nCopies(keys, key)));
  }

  private static String quoted(String identifier) {
    return '`' + identifier.replace("`", "``") + '`';
  }
}
