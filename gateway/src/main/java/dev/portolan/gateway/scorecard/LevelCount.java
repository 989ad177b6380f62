package dev.portolan.gateway.scorecard;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** How many entities stand at a level; null for those that have reached none. */
public record LevelCount(@Nullable String level, long count) {
  /**
   * Counts in the order of the levels, those on none first and those on levels that are no more
   * last.
   *
   * @param counts by level; the empty text for none
   * @param levels of the scorecard, the lowest first
   */
  public static List<LevelCount> of(Map<String, Long> counts, List<String> levels) {
    ToIntFunction<String> place =
        level -> levels.contains(level) ? levels.indexOf(level) : levels.size();
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.comparingByKey(
                Comparator.<String>comparingInt(
                        level -> level.isEmpty() ? -1 : place.applyAsInt(level))
                    .thenComparing(Comparator.naturalOrder())))
        .map(
            each -> new LevelCount(each.getKey().isEmpty() ? null : each.getKey(), each.getValue()))
        .toList();
  }
}
