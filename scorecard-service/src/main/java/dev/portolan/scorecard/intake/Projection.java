package dev.portolan.scorecard.intake;

import java.util.List;

/** What changes are applied to. */
@FunctionalInterface
public interface Projection<C> {
  /**
   * Applies all changes or none. A change at or below the version that is held is skipped, so that
   * applying again is harmless.
   *
   * @param changes at most one for each key
   * @throws StoreUnavailableException when the store and not a change is at fault
   */
  void apply(List<C> changes);
}
