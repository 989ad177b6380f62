package dev.portolan.gateway.scorecard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule looked at.
 *
 * @param what as an expression writes it
 * @param value what was there, cut where it is long; null when nothing was
 * @param event the last event of whatever said it, such as {@code component:default/checkout@7}
 * @param source whose word it is
 * @param at when it was committed
 */
public record Evidence(
    String what,
    @Nullable Object value,
    @Nullable String event,
    @Nullable String source,
    @Nullable Instant at) {}
