package dev.portolan.ingestion.descriptor.format;

import dev.portolan.ingestion.descriptor.body.BodyDocument;
import tools.jackson.databind.JsonNode;

/**
 * A document of a file, and what it was parsed to.
 *
 * @param file the path in its source; empty when it came without
 * @param document as it stands there
 * @param tree what it holds; of plain text a string
 */
public record FileDocument(String file, BodyDocument document, JsonNode tree) {

  /** Its text as written. */
  public String text() {
    return document.text();
  }
}
