package dev.portolan.catalog.dependency;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a root reaches.
 *
 * @param total how much that is, the root not counted
 * @param complete whether nothing was left out
 * @param incompleteReason what was left out and why; null when complete
 * @param maxDepthReached the steps to what is farthest; 0 when nothing is reached
 * @param byKind the most frequent first; what does not exist counts under the kind in its reference
 * @param byOwner the most frequent first; what has no owner counts nowhere
 * @param entities a page of it, by depth, then reference
 */
public record Impact(
    String root,
    int total,
    boolean complete,
    @Nullable String incompleteReason,
    int maxDepthReached,
    List<DepthCount> byDepth,
    List<KeyCount> byKind,
    List<KeyCount> byOwner,
    List<Impacted> entities,
    @Nullable String endCursor,
    boolean hasNextPage) {

  /** How many entities are so many steps away. */
  public record DepthCount(int depth, int count) {}

  /** How many entities share a kind or an owner. */
  public record KeyCount(String key, int count) {}

  /**
   * An entity that is reached.
   *
   * @param path one shortest path to it, the root first
   */
  public record Impacted(String ref, int depth, List<String> path) {}
}
