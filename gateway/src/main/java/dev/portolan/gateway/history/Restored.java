package dev.portolan.gateway.history;

import dev.portolan.events.EntityRef;

/** An entity that is back, and its version since. */
public record Restored(EntityRef ref, long version) {}
