package dev.portolan.catalog.dependency.neo4j;

import dev.portolan.catalog.projection.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Facts as columns of an answer. */
final class FactsColumns {
  private FactsColumns() {}

  /** The columns that are read of a node. */
  static String of(String node) {
    return "%1$s.kind AS kind, %1$s.owner AS owner, %1$s.system AS system, %1$s.domain AS domain,"
        .concat(" %1$s.lifecycle AS lifecycle, %1$s.tier AS tier, %1$s.tags AS tags")
        .formatted(node);
  }

  /** The facts of a row; null when nothing exists there. */
  static @Nullable Facts read(Record row) {
    String kind = text(row.get("kind"));
    return kind == null
        ? null
        : new Facts(
            kind,
            text(row.get("owner")),
            text(row.get("system")),
            text(row.get("domain")),
            text(row.get("lifecycle")),
            text(row.get("tier")),
            row.get("tags").isNull() ? List.of() : row.get("tags").asList(Value::asString));
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
