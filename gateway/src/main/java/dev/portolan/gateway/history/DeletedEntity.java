package dev.portolan.gateway.history;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An entity that is deleted now.
 *
 * @param version of its deletion
 * @param kind as it was written; null when that is not known any more
 * @param owner who owned it, which may not exist any more either
 */
public record DeletedEntity(
    EntityRef ref,
    long version,
    Instant deletedAt,
    @Nullable String title,
    @Nullable String kind,
    @Nullable EntityRef owner) {}
