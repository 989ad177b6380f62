package dev.portolan.ingestion.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * What the author of an accepted descriptor may want to know.
 *
 * @param field JSON pointer into the document; null when it is about the document as a whole
 * @param message such as "kind Widget has no definition: its spec is taken as it is"; alike for all
 *     documents that it holds for, so that a reader can count equal ones
 */
public record Note(@Nullable String field, String message) {}
