package dev.portolan.search.query.dependency;

import dev.portolan.events.EntityRef;
import dev.portolan.search.query.ConditionUnresolvedException;
import dev.portolan.search.query.language.Condition.Direction;
import java.util.Set;

/** What depends on what, at any depth. */
@FunctionalInterface
public interface DependencyGraph {
  /**
   * All that depends on an entity, or that it depends on; not itself.
   *
   * @return null when there is no such entity
   * @throws ConditionUnresolvedException when nobody says
   */
  @org.jspecify.annotations.Nullable
  Set<String> from(EntityRef ref, Direction direction);
}
