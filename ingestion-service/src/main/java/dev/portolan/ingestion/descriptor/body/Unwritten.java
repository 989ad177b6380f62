package dev.portolan.ingestion.descriptor.body;

import java.util.Collection;
import java.util.Map;
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

  @Override
  public String text() {
    return "";
  }

  @Override
  public Map<String, Integer> lines(Collection<String> pointers) {
    return Map.of();
  }

  @Override
  public boolean looksLikeTemplate() {
    return false;
  }

  @Override
  public boolean leavesNameOpen() {
    return false;
  }
}
