package dev.portolan.events;

import org.jspecify.annotations.Nullable;

/**
 * A field of an entity that a change gave another value.
 *
 * @param path a JSON Pointer (RFC 6901) into the entity, such as {@code /spec/owner}
 * @param before the JSON value that it had; null where there was none
 * @param after the JSON value that it has; null where there is none
 */
public record FieldChange(String path, @Nullable Object before, @Nullable Object after) {}
