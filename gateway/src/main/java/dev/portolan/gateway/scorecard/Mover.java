package dev.portolan.gateway.scorecard;

import dev.portolan.events.EntityRef;

/** Whose share of the possible points moved, from 0 to 100 before and now. */
public record Mover(EntityRef ref, double before, double now) {
  /** By how much; below 0 for the worse. */
  public double change() {
    return now - before;
  }
}
