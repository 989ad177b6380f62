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
   * What is known of all sources, by their names and configurations. It is in memory: another
   * instance, or this one after a start, reads everything once more.
   */
  static final class OfSources {
    private static final int MOST = 10_000;

    /** What one source was told is news to another, though they ask the same. */
    private record Key(String source, Map<String, Object> configuration) {}

    private final Map<Key, Known> known =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > MOST;
          }
        };

    /** What is known, unless everything has to be read again. */
    synchronized @Nullable Known find(
        String source, Map<String, Object> configuration, Instant now) {
      Known found = known.get(new Key(source, configuration));
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
        String source,
        Map<String, Object> configuration,
        String revision,
        boolean whole,
        Instant now) {
      Key key = new Key(source, configuration);
      Known before = known.get(key);
      if (whole || before != null) {
        known.put(key, new Known(revision, whole || before == null ? now : before.whole()));
      }
    }
  }
}
