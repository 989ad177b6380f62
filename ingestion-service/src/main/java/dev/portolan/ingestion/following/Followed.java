package dev.portolan.ingestion.following;

import java.util.Map;

/**
 * How a source is followed.
 *
 * @param adapter its name
 * @param configuration the source's
 */
public record Followed(String adapter, Map<String, Object> configuration) {}
