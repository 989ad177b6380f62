package dev.portolan.ingestion.source;

/**
 * When a full sync would retract so much that a person should look first.
 *
 * @param share of what the source had, from 0 to 1
 * @param count of entities; both must be exceeded
 */
public record HoldThreshold(double share, int count) {
  /** More than a fifth, and more than ten. */
  public static final HoldThreshold DEFAULT = new HoldThreshold(0.2, 10);

  /** Refuses what can never be a share or a count. */
  public HoldThreshold {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("holdShare is " + share + "; it must be from 0 to 1");
    }
    if (count < 0) {
      throw new IllegalArgumentException("holdCount is " + count + "; it must be at least 0");
    }
  }

  /** Whether a sync that retracts so many of so many waits for a person. */
  public boolean holds(long retracted, long had) {
    return retracted > count && retracted > share * had;
  }
}
