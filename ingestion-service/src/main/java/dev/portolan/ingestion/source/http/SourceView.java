package dev.portolan.ingestion.source.http;

import dev.portolan.ingestion.source.Following;
import dev.portolan.ingestion.source.Freshness;
import dev.portolan.ingestion.source.HoldThreshold;
import dev.portolan.ingestion.source.Source;
import dev.portolan.ingestion.source.Webhook;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source as it is shown; the schedule and the lease as ISO-8601.
 *
 * @param lastSeconds how long the sync took that was last taken whole
 * @param stale how many entities it has not confirmed for longer than its lease
 */
record SourceView(
    String source,
    String adapter,
    Map<String, Object> configuration,
    @Nullable String schedule,
    int priority,
    HoldThreshold hold,
    @Nullable Hook webhook,
    @Nullable String lease,
    @Nullable Instant lastSuccessAt,
    @Nullable Double lastSeconds,
    @Nullable Instant nextRunAt,
    long stale,
    @Nullable Following following) {

  /** A webhook, with the name of its secret. */
  record Hook(String scheme, String secret) {
    private static @Nullable Hook of(@Nullable Webhook webhook) {
      return webhook == null
          ? null
          : new Hook(webhook.scheme().name().toLowerCase(Locale.ROOT), webhook.secret());
    }
  }

  static SourceView of(Source source, Freshness freshness, @Nullable Following following) {
    return new SourceView(
        source.name(),
        source.adapter(),
        source.configuration(),
        text(source.schedule()),
        source.priority(),
        source.hold(),
        Hook.of(source.webhook()),
        text(source.lease()),
        freshness.lastSuccessAt(),
        seconds(freshness.lastDuration()),
        freshness.nextRunAt(),
        freshness.stale(),
        following);
  }

  private static @Nullable String text(@Nullable Duration duration) {
    return duration == null ? null : duration.toString();
  }

  private static @Nullable Double seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.toMillis() / 1000.0;
  }
}
