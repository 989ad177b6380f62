package dev.portolan.catalog.version;

import dev.portolan.events.EntityRef;

/** A version of an entity that somebody wants to see, because they have just made it. */
public record RefVersion(EntityRef ref, long version) {}
