package dev.portolan.scorecard.evaluation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation found.
 *
 * @param standing how the entity stands; null where the scorecard is not for it
 * @param until from when on it may be otherwise though nothing changes but the time; the end of
 *     time for never
 */
public record Judged(@Nullable Standing standing, Instant until) {
  /** Nothing is said of the entity, and never will be of itself. */
  public static final Judged NOT_FOR_IT = new Judged(null, Instant.MAX);

  /** The same, as long as something else holds too. */
  Judged asLongAs(Instant other) {
    return other.isBefore(until) ? new Judged(standing, other) : this;
  }
}
