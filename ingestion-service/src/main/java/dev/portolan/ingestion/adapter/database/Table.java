package dev.portolan.ingestion.adapter.database;

import dev.portolan.ingestion.adapter.mapping.Mapping;
import java.util.List;

/**
 * A table and what identifies its rows.
 *
 * @param key the columns of its primary key
 * @param mapping what its rows become
 */
public record Table(TableName name, List<Column> key, Mapping mapping) {

  /**
   * A column of a key.
   *
   * @param type as the database spells it
   */
  public record Column(String name, String type) {}
}
