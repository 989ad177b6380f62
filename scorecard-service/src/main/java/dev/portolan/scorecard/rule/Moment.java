package dev.portolan.scorecard.rule;

import java.time.Duration;
import java.time.Instant;

/**
 * The time at which conditions are told, which keeps until when nothing that they asked of it will
 * be answered otherwise. So they need to be told again then, and not before. For use by one thread.
 */
public final class Moment {
  private static final Duration DAY = Duration.ofDays(1);

  private final Instant now;
  private Instant until = Instant.MAX;

  public Moment(Instant now) {
    this.now = now;
  }

  /** Whole days that have passed since then; negative while it is to come. */
  public long daysSince(Instant then) {
    long days = Math.floorDiv(Duration.between(then, now).toMillis(), DAY.toMillis());
    keepUntil(then.plus(DAY.multipliedBy(days + 1)));
    return days;
  }

  /** Whole days until then, those begun counted whole; 0 once it is there, then negative. */
  public long daysUntil(Instant then) {
    return -daysSince(then);
  }

  /** Whether it was no longer ago than that, and is not to come. */
  public boolean within(Instant then, Duration span) {
    if (now.isBefore(then)) {
      keepUntil(then);
      return false;
    }
    Instant end = then.plus(span);
    if (now.isBefore(end)) {
      keepUntil(end);
      return true;
    }
    return false;
  }

  /** Whether that is still to come. */
  public boolean isBefore(Instant then) {
    if (now.isBefore(then)) {
      keepUntil(then);
      return true;
    }
    return false;
  }

  private void keepUntil(Instant then) {
    if (then.isBefore(until)) {
      until = then;
    }
  }

  /** From when on something that was asked may be answered otherwise; the end of time for never. */
  public Instant until() {
    return until;
  }
}
