package dev.portolan.ingestion.adapter.postgres;

import dev.portolan.ingestion.adapter.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table and what identifies its rows.
 *
 * @param key the columns of its primary key
 * @param mapping what its rows become
 */
record Table(TableName name, List<Column> key, Mapping mapping) {

  /**
   * A column of a key.
   *
   * @param type as PostgreSQL spells it
   */
  record Column(String name, String type) {}

  /** All rows, each with the texts of its key before it. */
  String selectAll() {
    return "select %s, to_jsonb(t)::text from %s t".formatted(keyAsText(), name.sql());
  }

  /** Those of some keys: a parameter for each column, an array of the column's texts. */
  String selectSome() {
    String arrays =
        key.stream()
            .map(column -> "(?::text[])::" + column.type() + "[]")
            .collect(Collectors.joining(", "));
    String names = columns("k");
    String equal =
        IntStream.range(0, key.size())
            .mapToObj(i -> "t.%s = wanted.k%d".formatted(quoted(i), i))
            .collect(Collectors.joining(" and "));
    return "%s join (select * from unnest(%s) as k (%s)) as wanted on %s"
        .formatted(selectAll(), arrays, names, equal);
  }

  private String keyAsText() {
    return IntStream.range(0, key.size())
        .mapToObj(i -> "t." + quoted(i) + "::text")
        .collect(Collectors.joining(", "));
  }

  private String columns(String prefix) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < key.size(); i++) {
      names.add(prefix + i);
    }
    return String.join(", ", names);
  }

  private String quoted(int column) {
    return TableName.quoted(key.get(column).name());
  }
}
