package dev.portolan.search.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What people looked for and did not find, of the last 1,000 different texts: who tends the catalog
 * reads in it what is missing. Of this instance, since it started.
 */
public final class Misses {
  static final int MOST = 1_000;

  private final Map<String, Miss> byText =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Miss> eldest) {
          return size() > MOST;
        }
      };

  /**
   * A text for which nothing was found.
   *
   * @param text in lower case
   * @param times how often
   * @param lastAt when last
   */
  public record Miss(String text, long times, Instant lastAt) {}

  /** Remembers one. */
  public synchronized void add(String text, Instant now) {
    byText.merge(
        text.strip().toLowerCase(Locale.ROOT),
        new Miss(text.strip().toLowerCase(Locale.ROOT), 1, now),
        (before, _) -> new Miss(before.text(), before.times() + 1, now));
  }

  /** Those that came most often, the latest first of those that came alike. */
  public synchronized List<Miss> most(int first) {
    return byText.values().stream()
        .sorted(
            Comparator.comparingLong(Miss::times)
                .thenComparing(Miss::lastAt)
                .reversed()
                .thenComparing(Miss::text))
        .limit(first)
        .toList();
  }
}
