package dev.portolan.scorecard.evaluation;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Reads;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An entity as it was and as it is.
 *
 * @param before null when it did not exist
 * @param after null when it does not exist any more
 */
public record Change(EntityRef ref, long version, @Nullable Facts before, @Nullable Facts after) {
  /** Facts that are told apart by their keys. */
  private static final Set<String> MAPS = Set.of("labels", "annotations", "spec", "relations");

  /** The event that brought it. */
  String cause() {
    return ref + "@" + version;
  }

  /** Whether it came or went, and did not only change. */
  boolean isOfExistence() {
    return before == null || after == null;
  }

  /**
   * The paths of what is not as it was, as {@link Reads} names them; of an entity that came or went
   * all of it.
   */
  Set<String> paths() {
    if (before == null || after == null) {
      return before == null && after == null ? Set.of() : Set.of(Reads.ENTITY);
    }
    Set<String> paths = new HashSet<>();
    Set<String> names = new HashSet<>(before.entity().keySet());
    names.addAll(after.entity().keySet());
    for (String name : names) {
      Object then = before.entity().get(name);
      Object now = after.entity().get(name);
      if (!Objects.equals(then, now)) {
        String path = Reads.below(Reads.ENTITY, name);
        if (MAPS.contains(name) && then instanceof Map<?, ?> old && now instanceof Map<?, ?> map) {
          addKeys(path, old, map, paths);
        } else {
          paths.add(path);
        }
      }
    }
    return paths;
  }

  private static void addKeys(String path, Map<?, ?> before, Map<?, ?> after, Set<String> paths) {
    Set<Object> keys = new HashSet<>(before.keySet());
    keys.addAll(after.keySet());
    for (Object key : keys) {
      if (!Objects.equals(before.get(key), after.get(key))) {
        paths.add(Reads.below(path, String.valueOf(key)));
      }
    }
  }
}
