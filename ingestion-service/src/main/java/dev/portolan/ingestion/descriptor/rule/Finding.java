package dev.portolan.ingestion.descriptor.rule;

import tools.jackson.databind.JsonNode;

/**
 * A rule that a descriptor breaks.
 *
 * @param field JSON pointer to the offending field, or to where it is missing
 * @param rule its name
 * @param message what is wrong and how to mend it
 * @param value what stands there; a missing node when nothing does
 */
public record Finding(String field, String rule, String message, JsonNode value) {}
