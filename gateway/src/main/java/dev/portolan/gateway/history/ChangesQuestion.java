package dev.portolan.gateway.history;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of the changes between two moments.
 *
 * @param refs of which entities; null for all
 */
public record ChangesQuestion(
    Instant from, Instant to, @Nullable List<EntityRef> refs, int first, @Nullable String after) {}
