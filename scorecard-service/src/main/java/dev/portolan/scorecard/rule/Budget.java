package dev.portolan.scorecard.rule;

/**
 * What the conditions of one scorecard may cost together on one entity. Without it a single
 * expression could take all memory or minutes, and with it the stream.
 *
 * <p>Cost is counted, not timed, so that the same entity gets the same verdict on a busy machine;
 * time is only the last resort against steps that are dearer than they look. For use by one thread.
 */
public final class Budget {
  /** Some 50,000 steps, or a million and a half characters looked at: a few milliseconds. */
  static final long OF_CONDITION = 200_000;

  /** Five conditions may go wild before the others are not tried any more. */
  static final long OF_SCORECARD = 5 * OF_CONDITION;

  static final long NANOS_OF_CONDITION = 100_000_000;
  static final long NANOS_OF_SCORECARD = 10 * NANOS_OF_CONDITION;

  private long left = OF_SCORECARD;
  private long nanosLeft = NANOS_OF_SCORECARD;

  /** What the next condition may cost at most; 0 when nothing is left. */
  public long cost() {
    return nanosLeft > 0 ? Math.max(0, Math.min(OF_CONDITION, left)) : 0;
  }

  /** How long the next condition may take at most. */
  public long nanos() {
    return Math.max(0, Math.min(NANOS_OF_CONDITION, nanosLeft));
  }

  /** A condition has cost that much. */
  public void spend(long cost, long nanos) {
    left -= cost;
    nanosLeft -= nanos;
  }
}
