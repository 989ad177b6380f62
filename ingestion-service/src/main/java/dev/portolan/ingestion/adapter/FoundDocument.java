package dev.portolan.ingestion.adapter;

import dev.portolan.ingestion.descriptor.ReadDocument;

/**
 * A document and the file in which it was found.
 *
 * @param path of the file, relative to the source's root, with {@code /}
 */
public record FoundDocument(String path, ReadDocument document) {}
