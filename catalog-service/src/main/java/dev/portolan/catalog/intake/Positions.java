package dev.portolan.catalog.intake;

import java.util.Map;

/**
 * How far a store has been given each partition of the topic; kept with what was given.
 *
 * <p>A store that was lost and made anew knows of none, and one that was restored knows less,
 * however far the reader's committed offsets are: without this it would stay empty and the lag
 * would say 0.
 */
public interface Positions {
  /**
   * The offset up to which all was given, by the partition's name, {@code topic-3}; nothing for a
   * partition that the store does not know.
   *
   * @throws StoreUnavailableException when the store is away
   */
  Map<String, Long> reached();

  /**
   * Remembers that these partitions are given from these offsets on, their beginnings.
   *
   * @throws StoreUnavailableException when the store is away
   */
  void begin(Map<String, Long> offsets);
}
