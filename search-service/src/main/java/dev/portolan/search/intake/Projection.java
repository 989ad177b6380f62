package dev.portolan.search.intake;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import java.util.List;
import java.util.Map;

/** What changes are applied to. */
public interface Projection {
  /**
   * Makes the store ready for changes, where it is not yet.
   *
   * @throws StoreUnavailableException when the store is away
   */
  void prepare();

  /**
   * Applies every change that it does not refuse. A change at or below the version that is held is
   * skipped, so that applying again is harmless.
   *
   * @param changes at most one for each entity
   * @return why a change was refused, by its entity; empty when all were applied
   * @throws StoreUnavailableException when the store and not a change is at fault
   */
  Map<EntityRef, String> apply(List<EntityChanged> changes);

  /**
   * Returns when everything that was applied before the call is found.
   *
   * @throws StoreUnavailableException when the store is away
   */
  void makeVisible();
}
