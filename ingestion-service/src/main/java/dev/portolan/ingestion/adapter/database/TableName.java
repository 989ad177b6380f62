package dev.portolan.ingestion.adapter.database;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table as its database spells it. */
public record TableName(String schema, String name) {
  private static final Pattern NAME = Pattern.compile("(?:(\\w{1,63})\\.)?(\\w{1,63})");

  /**
   * Reads {@code table} or {@code schema.table}; empty for anything else.
   *
   * @param schema of a table that is named without one
   */
  static Optional<TableName> parse(String text, String schema) {
    Matcher matcher = NAME.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new TableName(matcher.group(1) == null ? schema : matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** As it stands in Debezium's list of regular expressions. */
  public String pattern() {
    return schema + "\\." + name;
  }

  @Override
  public String toString() {
    return schema + "." + name;
  }
}
