package dev.portolan.gateway.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The offset of the first record of a partition that an answer does not know. */
public record LogPosition(int partition, long next) {

  /** Of partitions by their names, such as {@code catalog.entities.v1-3}. */
  public static List<LogPosition> all(Map<String, Long> byName) {
    return byName.entrySet().stream()
        .map(each -> of(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingInt(LogPosition::partition))
        .toList();
  }

  private static LogPosition of(String name, long next) {
    return new LogPosition(Integer.parseInt(name.substring(name.lastIndexOf('-') + 1)), next);
  }
}
