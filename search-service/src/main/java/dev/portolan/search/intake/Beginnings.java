package dev.portolan.search.intake;

import java.util.Set;

/**
 * Which partitions of the topic a store has been given from their beginning.
 *
 * <p>A store that was lost and made anew knows of none, however far the reader's committed offsets
 * are: without this it would stay empty and the lag would say 0.
 */
public interface Beginnings {
  /**
   * The partitions that were begun.
   *
   * @throws StoreUnavailableException when the store is away
   */
  Set<Integer> begun();

  /**
   * Remembers, with the store and for as long as it lives, that these partitions are read from
   * their beginning.
   *
   * @throws StoreUnavailableException when the store is away
   */
  void begin(Set<Integer> partitions);
}
