package dev.portolan.scorecard.rule;

import java.time.Instant;

/**
 * One evaluation of one scorecard on one entity.
 *
 * @param budget what it may cost
 * @param moment when it is
 */
public record Trial(Budget budget, Moment moment) {
  /** One at that time, with a whole budget. */
  public static Trial at(Instant now) {
    return new Trial(new Budget(), new Moment(now));
  }
}
