package dev.portolan.search.query;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search.
 *
 * @param text what must match; empty for everything
 * @param filter narrows it
 * @param first how many hits to answer, 1 to 100
 * @param after the last hit that the caller has, of the same text and filter; null to begin
 * @param minVersions what the answer must have seen; waited for within a bound
 */
public record SearchRequest(
    SearchText text,
    SearchFilter filter,
    int first,
    @Nullable Cursor after,
    List<MinVersion> minVersions) {
  /** The most hits of one answer. */
  public static final int MOST_HITS = 100;

  /** The most versions that can be waited for. */
  public static final int MOST_VERSIONS = 100;

  /**
   * A version that the caller knows to exist.
   *
   * @param ref the entity
   * @param version the least version, or deletion, that the answer must reflect
   */
  public record MinVersion(EntityRef ref, long version) {}

  /** Refuses what is out of bounds, and a cursor of the other order. */
  public SearchRequest {
    if (first < 1 || first > MOST_HITS) {
      throw new InvalidSearchException(
          "first", "first is " + first + "; it must be 1 to " + MOST_HITS + ".");
    }
    if (minVersions.size() > MOST_VERSIONS) {
      throw new InvalidSearchException(
          "minVersion", "At most " + MOST_VERSIONS + " versions can be waited for.");
    }
    if (after != null && text.isEmpty() != (after instanceof Cursor.Listed)) {
      throw new InvalidSearchException(
          "after", "The cursor belongs to another search; leave it out to begin again.");
    }
  }
}
