package dev.portolan.catalog.projection;

/**
 * Where the graph does not say what the topic says.
 *
 * @param ref the reference
 * @param problem completes the sentence "the graph's entity …"
 */
public record Drift(String ref, String problem) {}
