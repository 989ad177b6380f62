package dev.portolan.gateway.scorecard;

/** The share of the possible points. */
public final class Percentage {
  private static final double ALL = 100;

  private Percentage() {}

  /** From 0 to 100; all where nothing is asked. */
  public static double of(long points, long possible) {
    return possible == 0 ? ALL : ALL * points / possible;
  }
}
