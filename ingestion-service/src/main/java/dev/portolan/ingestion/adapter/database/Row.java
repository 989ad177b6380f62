package dev.portolan.ingestion.adapter.database;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which row of which table.
 *
 * @param key the texts of its key's columns, in their order
 */
record Row(TableName table, List<String> key) {

  /** As documents and problems name it, such as {@code public.services/["4711"]}. */
  String path() {
    return table + "/" + JsonMapper.shared().writeValueAsString(key);
  }

  /** The row that Debezium names by an object with the columns of the key. */
  static Row of(Table table, String key) {
    JsonNode columns = JsonMapper.shared().readTree(key);
    return new Row(
        table.name(),
        table.key().stream().map(column -> columns.path(column.name()).asString("")).toList());
  }
}
