package dev.portolan.ingestion.adapter;

import dev.portolan.ingestion.descriptor.ReadDocument;

/**
 * A document and the file in which it was found.
 *
 * @param path of the file, relative to the source's root, with {@code /}; or what the source calls
 *     the item that it is
 * @param place where its owner finds it, which problems name; the path as a rule
 */
public record FoundDocument(String path, ReadDocument document, String place) {

  /** One that is found by its path. */
  public FoundDocument(String path, ReadDocument document) {
    this(path, document, path);
  }
}
