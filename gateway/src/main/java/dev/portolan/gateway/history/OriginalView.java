package dev.portolan.gateway.history;

import org.jspecify.annotations.Nullable;

/** The text in which a source describes an entity, and where it stands. */
public record OriginalView(String source, @Nullable String path, int line, String text) {}
