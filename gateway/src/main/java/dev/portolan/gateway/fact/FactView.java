package dev.portolan.gateway.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a source measured of an entity.
 *
 * @param fact its name
 * @param version rises by one with each change of the fact
 * @param value any JSON
 * @param observedAt when it was measured
 * @param committedAt when that was taken
 */
public record FactView(
    String fact,
    long version,
    @Nullable Object value,
    String source,
    Instant observedAt,
    Instant committedAt) {}
