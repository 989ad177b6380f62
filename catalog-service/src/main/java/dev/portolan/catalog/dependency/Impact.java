package dev.portolan.catalog.dependency;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the roots reach, and that the filter of the question lets through.
 *
 * @param total how much that is, the roots not counted
 * @param complete whether nothing was left out
 * @param incompleteReason what was left out and why; null when complete
 * @param maxDepthReached the steps to what is farthest; 0 when nothing is reached
 * @param byDepth the nearest first; depths at which there is nothing are left out
 * @param by the roll-ups that were asked for; what does not exist counts under the kind in its
 *     reference, and what has no owner, system and so on counts there under no key
 * @param owners the owners of the most of it, as many as were asked for, with the people behind
 *     them
 * @param entities a page of it, by depth, then reference
 * @param position for each partition of the topic, the offset of the first record that this answer
 *     does not know
 */
public record Impact(
    int total,
    boolean complete,
    @Nullable String incompleteReason,
    int maxDepthReached,
    List<DepthCount> byDepth,
    Map<RollUp, RolledUp> by,
    List<AffectedOwner> owners,
    List<Impacted> entities,
    @Nullable String endCursor,
    boolean hasNextPage,
    Map<String, Long> position) {

  /** How many entities are so many steps away. */
  public record DepthCount(int depth, int count) {}

  /** How many entities share a kind or an owner. */
  public record KeyCount(String key, int count) {
    static final Comparator<KeyCount> MOST_FREQUENT_FIRST =
        Comparator.comparingInt(KeyCount::count).reversed().thenComparing(KeyCount::key);

    /** The most frequent first. */
    public static List<KeyCount> sorted(Map<String, Integer> counts) {
      return counts.entrySet().stream()
          .map(entry -> new KeyCount(entry.getKey(), entry.getValue()))
          .sorted(MOST_FREQUENT_FIRST)
          .toList();
    }
  }

  /**
   * An owner of what is reached: whom to tell.
   *
   * @param count how much of it is his
   * @param people the first {@link #MOST_PEOPLE} members of the group and of the groups below it
   * @param peopleTotal how many there are
   */
  public record AffectedOwner(String ref, int count, List<String> people, int peopleTotal) {
    /** The most people that are named. */
    public static final int MOST_PEOPLE = 100;
  }

  /**
   * An entity that is reached.
   *
   * @param path one shortest path to it, the root first
   */
  public record Impacted(String ref, int depth, List<String> path) {}

  /** Nothing is reached. */
  public static Impact nothing(Map<String, Long> position) {
    return new Impact(
        0, true, null, 0, List.of(), Map.of(), List.of(), List.of(), null, false, position);
  }
}
