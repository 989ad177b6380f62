package dev.portolan.search.indexing;

import dev.portolan.events.EntityRef;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The versions in which entities were deleted, of the last 10,000 deletions.
 *
 * <p>The index cannot tell a deleted entity from one that never was. Who has just deleted one and
 * asks to see that, is answered from here; past the bound the answer is that it may be stale, which
 * is never a lie.
 */
public final class RecentDeletions {
  static final int MOST = 10_000;

  private final Map<EntityRef, Long> versions =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<EntityRef, Long> eldest) {
          return size() > MOST;
        }
      };

  /** Remembers that the entity is gone as of that version. */
  public synchronized void add(EntityRef ref, long version) {
    versions.remove(ref);
    versions.put(ref, version);
  }

  /** Whether the entity is known to have been deleted in that version or a later one. */
  public synchronized boolean reached(EntityRef ref, long version) {
    return versions.getOrDefault(ref, 0L) >= version;
  }
}
