package dev.portolan.gateway.source;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks of entities. Its configuration is not among what is shown: it may lead to places that
 * are nobody's business.
 *
 * @param source its name
 * @param schedule how often its adapter runs, as ISO-8601; null for one that pushes
 * @param lastSuccessAt when a sync of it was last taken whole
 * @param nextRunAt when its adapter is due
 */
public record SourceView(
    String source,
    String adapter,
    @Nullable String schedule,
    int priority,
    @Nullable OffsetDateTime lastSuccessAt,
    @Nullable OffsetDateTime nextRunAt) {

  public String name() {
    return source;
  }
}
