package dev.portolan.ingestion.history;

import dev.portolan.events.EntityRef;

/**
 * An entity that was brought back.
 *
 * @param ref the entity
 * @param version the version that this produced
 * @param change what happened to it: CREATED
 * @param restoredVersion the version whose state it has again
 */
public record Restored(EntityRef ref, long version, String change, long restoredVersion) {}
