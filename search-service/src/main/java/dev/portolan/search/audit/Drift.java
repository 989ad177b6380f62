package dev.portolan.search.audit;

/**
 * Where the index does not say what the topic says.
 *
 * @param ref the reference
 * @param problem completes the sentence "the index's entity …"
 */
public record Drift(String ref, String problem) {}
