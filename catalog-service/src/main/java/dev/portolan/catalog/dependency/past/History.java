package dev.portolan.catalog.dependency.past;

import dev.portolan.events.EntityChanged;
import java.time.Instant;
import java.util.function.Consumer;

/** Knows what entities were: the write side, which alone keeps more than the newest state. */
@FunctionalInterface
public interface History {
  /**
   * Tells the state at a moment of every entity that changed after an earlier one: the change that
   * was its newest then, or one without an entity when there was none yet.
   *
   * @param changedSince not after {@code asOf}
   * @throws HistoryUnavailableException when not all of it could be had
   * @throws dev.portolan.catalog.paging.InvalidQueryException when the moment is not kept any more
   */
  void states(Instant asOf, Instant changedSince, Consumer<EntityChanged> state);
}
