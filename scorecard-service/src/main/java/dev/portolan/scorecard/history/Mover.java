package dev.portolan.scorecard.history;

/**
 * Whose score moved.
 *
 * @param before the share of the possible points at the beginning, from 0 to 100
 * @param now the share that it is
 */
public record Mover(String ref, double before, double now) {
  /** By how much it moved; below 0 for the worse. */
  public double change() {
    return now - before;
  }
}
