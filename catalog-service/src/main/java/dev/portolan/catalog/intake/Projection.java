package dev.portolan.catalog.intake;

import dev.portolan.events.EntityChanged;
import java.util.List;

/** What changes are applied to. */
@FunctionalInterface
public interface Projection {
  /**
   * Applies all changes or none. A change at or below the version that is held is skipped, so that
   * applying again is harmless.
   *
   * @param changes at most one for each entity
   * @param stretches of the topic that are done when these changes are; empty when none is
   * @throws StoreUnavailableException when the store and not a change is at fault
   * @throws StoreBehindException when the store lacks what came before these stretches
   */
  void apply(List<EntityChanged> changes, List<Stretch> stretches);
}
