package dev.portolan.ingestion.descriptor.body;

import tools.jackson.databind.JsonNode;

/** A document of more bytes than one may have, which were let go. */
record TooLargeDocument(int document, int line, int most) implements BodyDocument {

  @Override
  public JsonNode tree() throws MalformedTextException {
    throw new MalformedTextException(
        line,
        1,
        "size",
        "The document has more than "
            + most
            + " bytes. Keep long texts where they are and put a link here.");
  }
}
