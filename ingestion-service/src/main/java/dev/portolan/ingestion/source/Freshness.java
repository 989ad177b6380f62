package dev.portolan.ingestion.source;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a source is.
 *
 * @param lastSuccessAt when a sync of it was last taken whole; null when none ever was
 * @param lastDuration how long that sync took; likewise
 * @param nextRunAt when its adapter is due, in the past when it is overdue; null while it runs and
 *     where nothing asks for it
 * @param stale how many entities it has not confirmed for longer than its lease
 */
public record Freshness(
    @Nullable Instant lastSuccessAt,
    @Nullable Duration lastDuration,
    @Nullable Instant nextRunAt,
    long stale) {

  /** Of a source that was never read. */
  public static final Freshness UNKNOWN = new Freshness(null, null, null, 0);
}
