package dev.portolan.ingestion.kind;

import tools.jackson.databind.JsonNode;

/**
 * A place where a spec is not as the schema of its kind wants it.
 *
 * @param field JSON pointer into the spec, to the field or to where it is missing
 * @param keyword of JSON Schema that failed, such as {@code required}
 * @param message what the schema wants
 * @param value what stands there; a missing node when nothing does
 */
public record SpecFault(String field, String keyword, String message, JsonNode value) {}
