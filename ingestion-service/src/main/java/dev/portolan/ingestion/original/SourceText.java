package dev.portolan.ingestion.original;

import org.jspecify.annotations.Nullable;

/**
 * What a source wrote of an entity.
 *
 * @param source who wrote it
 * @param path the file that it stands in; null where it was pushed without one
 * @param line where it begins in the file or the push, from 1
 * @param text as it was written
 */
public record SourceText(String source, @Nullable String path, int line, String text) {}
