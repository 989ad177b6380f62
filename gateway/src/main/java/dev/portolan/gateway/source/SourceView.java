package dev.portolan.gateway.source;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks of entities. Its configuration is not among what is shown: it may lead to places that
 * are nobody's business.
 *
 * @param source its name
 * @param schedule how often its adapter runs, as ISO-8601; null for one that pushes
 * @param lease how long what it said stands without being said again, as ISO-8601; null for ever
 * @param lastSuccessAt when a sync of it was last taken whole
 * @param lastSeconds how long that sync took
 * @param nextRunAt when its adapter is due
 * @param stale how many entities it has not confirmed for longer than its lease
 * @param following how its changes are heard; null when they are not
 */
public record SourceView(
    String source,
    String adapter,
    @Nullable String schedule,
    int priority,
    @Nullable String lease,
    @Nullable OffsetDateTime lastSuccessAt,
    @Nullable Double lastSeconds,
    @Nullable OffsetDateTime nextRunAt,
    int stale,
    @Nullable Following following) {

  /** Whether its changes are heard, since when, and what is in the way. */
  public record Following(String state, OffsetDateTime since, @Nullable String problem) {}

  public String name() {
    return source;
  }
}
