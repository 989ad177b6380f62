package dev.portolan.ingestion.source.http;

import dev.portolan.ingestion.source.Following;
import dev.portolan.ingestion.source.Freshness;
import dev.portolan.ingestion.source.HoldThreshold;
import dev.portolan.ingestion.source.Source;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A source as it is shown; the schedule as ISO-8601. */
record SourceView(
    String source,
    String adapter,
    Map<String, Object> configuration,
    @Nullable String schedule,
    int priority,
    HoldThreshold hold,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant nextRunAt,
    @Nullable Following following) {

  static SourceView of(Source source, Freshness freshness, @Nullable Following following) {
    return new SourceView(
        source.name(),
        source.adapter(),
        source.configuration(),
        source.schedule() == null ? null : source.schedule().toString(),
        source.priority(),
        source.hold(),
        freshness.lastSuccessAt(),
        freshness.nextRunAt(),
        following);
  }
}
