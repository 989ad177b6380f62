package dev.portolan.ingestion.adapter.postgres;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table as PostgreSQL's catalog spells it. */
record TableName(String schema, String name) {
  private static final Pattern NAME = Pattern.compile("(?:(\\w{1,63})\\.)?(\\w{1,63})");

  /** Reads {@code table} or {@code schema.table}; empty for anything else. */
  static Optional<TableName> parse(String text) {
    Matcher matcher = NAME.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new TableName(matcher.group(1) == null ? "public" : matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** As it stands in a statement. */
  String sql() {
    return quoted(schema) + "." + quoted(name);
  }

  /** As it stands in Debezium's list of regular expressions. */
  String pattern() {
    return schema + "\\." + name;
  }

  @Override
  public String toString() {
    return schema + "." + name;
  }

  /** An identifier in a statement. */
  static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
