package dev.portolan.gateway.change;

import dev.portolan.events.EntityRef;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last versions of the entities that changed last, to tell a change that comes a second time.
 * It is for one thread.
 */
public final class LastVersions {
  private final Map<EntityRef, Long> versions;

  /** Remembers so many entities. */
  public LastVersions(int most) {
    this.versions =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<EntityRef, Long> eldest) {
            return size() > most;
          }
        };
  }

  /** Whether this version is above all that were seen of the entity, as far as is remembered. */
  public boolean isNews(EntityRef ref, long version) {
    Long seen = versions.get(ref);
    if (seen != null && version <= seen) {
      return false;
    }
    versions.put(ref, version);
    return true;
  }
}
