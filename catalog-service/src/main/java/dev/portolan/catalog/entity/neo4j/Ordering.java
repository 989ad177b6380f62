package dev.portolan.catalog.entity.neo4j;

import dev.portolan.catalog.entity.EntityOrder;
import dev.portolan.catalog.paging.Cursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order in Cypher: how to sort nodes {@code n}, and which come after a cursor. */
record Ordering(EntityOrder order) {

  /** What a cursor of this order says of itself. */
  String name() {
    return "entities " + order.field() + " " + order.direction();
  }

  /** How many keys a cursor of this order has. */
  int keys() {
    return property() == null ? 1 : 2;
  }

  Cursor behind(String ref, @Nullable String sortKey) {
    return property() == null ? Cursor.after(name(), ref) : Cursor.after(name(), sortKey, ref);
  }

  /**
   * Sorts.
   *
   * @param constant a property that is the same in all nodes: said first it changes nothing, but
   *     tells Neo4j that its index is in this order already
   */
  String orderBy(Optional<String> constant) {
    String direction = order.direction() == EntityOrder.Direction.ASC ? "" : " DESC";
    List<String> properties = new ArrayList<>();
    constant.ifPresent(properties::add);
    String property = property();
    if (property != null) {
      properties.add(property);
    }
    properties.add("ref");
    return properties.stream()
        .map(name -> "n." + name + direction)
        .collect(Collectors.joining(", ", "ORDER BY ", ""));
  }

  /** What is returned as the sort key of a row. */
  String sortKey() {
    String property = property();
    return property == null ? "null" : "n." + property;
  }

  /** The condition that a node comes after the cursor. Null sorts as the greatest value. */
  List<String> after(@Nullable Cursor cursor) {
    if (cursor == null) {
      return List.of();
    }
    boolean up = order.direction() == EntityOrder.Direction.ASC;
    String beyond = up ? ">" : "<";
    String property = property();
    if (property == null) {
      return List.of("n.ref " + beyond + " $afterRef");
    }
    String key = "n." + property;
    if (cursor.keys().getFirst() == null) {
      String sameKey = "(%s IS NULL AND n.ref %s $afterRef)".formatted(key, beyond);
      return List.of(up ? sameKey : "(%s IS NOT NULL OR %s)".formatted(key, sameKey));
    }
    List<String> ways = new ArrayList<>();
    ways.add("%s %s $afterKey".formatted(key, beyond));
    ways.add("(%s = $afterKey AND n.ref %s $afterRef)".formatted(key, beyond));
    if (up) {
      ways.add(key + " IS NULL");
    }
    return List.of("(" + String.join(" OR ", ways) + ")");
  }

  Map<String, Object> parameters(@Nullable Cursor cursor) {
    Map<String, Object> parameters = new HashMap<>();
    if (cursor != null) {
      parameters.put("afterRef", cursor.key(keys() - 1));
      String key = cursor.keys().getFirst();
      if (property() != null && key != null) {
        parameters.put("afterKey", key);
      }
    }
    return parameters;
  }

  private @Nullable String property() {
    return switch (order.field()) {
      case REF -> null;
      case NAME -> "nameKey";
      case TITLE -> "titleKey";
    };
  }
}
