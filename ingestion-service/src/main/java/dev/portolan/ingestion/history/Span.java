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
public record Span(Instant from, Instant to, @Nullable List<EntityRef> refs) {}
