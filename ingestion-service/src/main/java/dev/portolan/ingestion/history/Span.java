package dev.portolan.ingestion.history;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time, and whose changes in it.
 *
 * @param from what was committed after this
 * @param to what was committed at or before this
 * @param refs of these entities; null for all
 */
public record Span(Instant from, Instant to, @Nullable List<EntityRef> refs) {

  /** All that is held of these entities. */
  public static Span everOf(List<EntityRef> refs) {
    return new Span(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"), refs);
  }
}
