package dev.portolan.ingestion.alias;

import dev.portolan.events.EntityRef;

/**
 * An entity that has a name.
 *
 * @param ref the entity
 * @param dialect the other portal in whose words it was described; empty for a descriptor
 */
public record Named(EntityRef ref, String dialect) {}
