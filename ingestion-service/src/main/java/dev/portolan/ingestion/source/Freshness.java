package dev.portolan.ingestion.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fresh a source is.
 *
 * @param lastSuccessAt when a sync of it was last taken whole; null when none ever was
 * @param nextRunAt when its adapter is due, in the past when it is overdue; null while it runs and
 *     where there is no schedule
 */
public record Freshness(@Nullable Instant lastSuccessAt, @Nullable Instant nextRunAt) {}
