package dev.portolan.gateway.initiative;

import dev.portolan.gateway.scorecard.ResultView;

/** How an entity does on an initiative. */
public record InitiativeResult(ResultView result) {
  public long version() {
    return result.version();
  }

  /** Whether it has nothing left to do. */
  public boolean done() {
    return InitiativeView.DONE.equals(result.level());
  }

  public int points() {
    return result.points();
  }

  public int possible() {
    return result.possible();
  }

  public double percentage() {
    return result.percentage();
  }

  public long entityVersion() {
    return result.entityVersion();
  }
}
