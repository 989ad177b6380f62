package dev.portolan.scorecard.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule looked at.
 *
 * @param what as an expression writes it: {@code entity.spec.owner}
 * @param value what was there, cut where it is long; null when nothing was
 * @param event the last event of whatever said it: {@code component:default/checkout@7}
 * @param source the source whose word it is, where one is known
 * @param at when it was committed, where that is known
 */
public record Seen(
    String what,
    @Nullable Object value,
    @Nullable String event,
    @Nullable String source,
    @Nullable Instant at) {}
