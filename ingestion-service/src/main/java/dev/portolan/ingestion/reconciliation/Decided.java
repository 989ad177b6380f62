package dev.portolan.ingestion.reconciliation;

/**
 * A decision, and what it was made from.
 *
 * @param stored the entity as it was before
 * @param decision what becomes of it
 */
public record Decided(Stored stored, Decision decision) {}
