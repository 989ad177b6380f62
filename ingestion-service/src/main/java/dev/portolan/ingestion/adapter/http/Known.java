package dev.portolan.ingestion.adapter.http;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the last reading of a source that was taken whole.
 *
 * @param revision the tag of its answer, or when it began
 * @param whole when everything was read last
 */
record Known(String revision, Instant whole) {

  /**
   * What is known of all sources, by their configurations. It is in memory: another instance, or
   * this one after a start, reads everything once more.
   */
  static final class OfSources {
    private static final int MOST = 10_000;

    private final Map<Map<String, Object>, Known> known =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Map<String, Object>, Known> eldest) {
            return size() > MOST;
          }
        };

    /** What is known, unless everything has to be read again. */
    synchronized @Nullable Known find(Map<String, Object> configuration, Instant now) {
      Known found = known.get(configuration);
      return found == null || found.whole().plus(HttpLimits.WHOLE_EVERY).isBefore(now)
          ? null
          : found;
    }

    /**
     * Keeps what a reading came to.
     *
     * @param whole whether it brought everything
     */
    synchronized void keep(
        Map<String, Object> configuration, String revision, boolean whole, Instant now) {
      Known before = known.get(configuration);
      if (whole || before != null) {
        known.put(
            configuration, new Known(revision, whole || before == null ? now : before.whole()));
      }
    }
  }
}
