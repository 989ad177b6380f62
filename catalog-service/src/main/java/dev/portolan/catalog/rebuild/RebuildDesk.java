package dev.portolan.catalog.rebuild;

/**
 * Where a rebuild signs in, so that of all instances one at a time rebuilds, and where anybody
 * reads how far it is. Whoever falls silent for longer than {@link #SILENCE_SECONDS} has died.
 */
public interface RebuildDesk {
  /** After so long nobody waits for a sign of life any more. */
  int SILENCE_SECONDS = 20;

  /**
   * Signs in.
   *
   * @param by who, a name that nobody else has
   * @return false when another one is at it
   */
  boolean begin(String by, RebuildStatus status);

  /**
   * Gives a sign of life.
   *
   * @throws RebuildLostException when another one has signed in since, or the store was lost
   */
  void keep(String by, RebuildStatus status);

  /** How far the last rebuild is; a failure where it has died. */
  RebuildStatus last();

  /** Signs in for something that is no rebuild; what is said of the last rebuild stays. */
  boolean beginAside(String by);

  /**
   * Gives a sign of life, of what is no rebuild.
   *
   * @throws RebuildLostException when another one has signed in since, or the store was lost
   */
  void keepAside(String by);

  /** Signs out after what was no rebuild. */
  void endAside(String by);
}
