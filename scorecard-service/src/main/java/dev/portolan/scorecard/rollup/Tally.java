package dev.portolan.scorecard.rollup;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many entities stand how.
 *
 * @param entities how many there are
 * @param points what they have together
 * @param possible what they could have
 * @param levels how many stand on each level; the empty text for those on none
 */
public record Tally(long entities, long points, long possible, Map<String, Long> levels) {
  /** Of nobody. */
  public static final Tally EMPTY = new Tally(0, 0, 0, Map.of());

  /** The same with one entity more. */
  Tally with(@Nullable String level, int morePoints, int morePossible) {
    Map<String, Long> counts = new TreeMap<>(levels);
    counts.merge(level == null ? "" : level, 1L, Long::sum);
    return new Tally(entities + 1, points + morePoints, possible + morePossible, counts);
  }

  /** The share of the possible points, from 0 to 100; all where nothing is asked. */
  public double percentage() {
    return possible == 0 ? 100 : 100.0 * points / possible;
  }
}
