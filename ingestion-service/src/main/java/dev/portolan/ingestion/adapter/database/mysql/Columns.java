package dev.portolan.ingestion.adapter.database.mysql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A row as an object, which MySQL itself could write only column by column. */
final class Columns {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Columns() {}

  /**
   * Bytes are left out: nothing in a descriptor is one.
   *
   * @param first of the columns that are the row
   */
  static ObjectNode of(ResultSet result, int first) throws SQLException {
    ResultSetMetaData columns = result.getMetaData();
    ObjectNode row = NODES.objectNode();
    for (int i = first; i <= columns.getColumnCount(); i++) {
      if (!isBytes(columns, i)) {
        row.set(columns.getColumnLabel(i), value(result, columns, i));
      }
    }
    return row;
  }

  private static JsonNode value(ResultSet result, ResultSetMetaData columns, int i)
      throws SQLException {
    if (result.getObject(i) == null) {
      return NODES.nullNode();
    }
    return switch (columns.getColumnType(i)) {
      case Types.BIT, Types.BOOLEAN -> NODES.booleanNode(result.getBoolean(i));
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.DECIMAL ->
          number(result.getBigDecimal(i));
      case Types.REAL, Types.FLOAT, Types.DOUBLE -> NODES.numberNode(result.getDouble(i));
      default ->
          columns.getColumnTypeName(i).equals("JSON")
              ? json(result.getString(i))
              : NODES.stringNode(result.getString(i));
    };
  }

  private static JsonNode number(BigDecimal number) {
    return number.scale() <= 0 ? NODES.numberNode(number.toBigInteger()) : NODES.numberNode(number);
  }

  private static JsonNode json(String text) {
    try {
      return JsonMapper.shared().readTree(text);
    } catch (JacksonException e) {
      return NODES.stringNode(text);
    }
  }

  private static boolean isBytes(ResultSetMetaData columns, int i) throws SQLException {
    return switch (columns.getColumnType(i)) {
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> true;
      default -> false;
    };
  }
}
