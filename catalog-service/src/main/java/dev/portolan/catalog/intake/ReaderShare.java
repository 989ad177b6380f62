package dev.portolan.catalog.intake;

/**
 * Hears whether this process takes all changes or shares them with others. All calls come from the
 * thread that applies changes, between two batches.
 */
public interface ReaderShare {
  /** This process takes all partitions of the topic: nobody else writes to the store. */
  void isSole();

  /** Others take some of the partitions, or this process takes none. */
  void isShared();

  /** Nothing has come for a while. */
  default void isIdle() {}

  /** The store turned out to hold less than it was given. */
  default void storeWasLost() {}
}
