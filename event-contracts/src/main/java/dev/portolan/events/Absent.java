package dev.portolan.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collections that a record on the wire may leave out. */
final class Absent {
  private Absent() {}

  static <K, V extends @Nullable Object> Map<K, V> toEmpty(@Nullable Map<K, V> map) {
    return map == null ? Map.of() : map;
  }

  static <T> List<T> toEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
