package dev.portolan.ingestion.descriptor.body;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** In the place of a document for what never was a text. */
public record Unwritten() implements BodyDocument {

  @Override
  public int document() {
    return 1;
  }

  @Override
  public int line() {
    return 1;
  }

  @Override
  public JsonNode tree() {
    return JsonNodeFactory.instance.missingNode();
  }
}
