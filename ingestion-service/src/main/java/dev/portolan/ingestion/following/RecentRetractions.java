package dev.portolan.ingestion.following;

import dev.portolan.ingestion.source.HoldThreshold;
import java.time.Duration;
import java.time.Instant;

/**
 * How much a source retracted lately by what was heard of it: a table that is emptied row by row
 * waits for a person as one does that is read empty.
 */
final class RecentRetractions {
  private static final Duration LATELY = Duration.ofMinutes(1);

  private Instant since = Instant.MIN;
  private long count;
  private long had;

  /**
   * Whether so many more would be too many at once; they are counted when they are not.
   *
   * @param has how many entities the source speaks of now
   */
  boolean wouldBeHeld(int more, long has, HoldThreshold threshold, Instant now) {
    if (since.plus(LATELY).isBefore(now)) {
      since = now;
      count = 0;
      had = has;
    }
    if (threshold.holds(count + more, had)) {
      return true;
    }
    count += more;
    return false;
  }
}
