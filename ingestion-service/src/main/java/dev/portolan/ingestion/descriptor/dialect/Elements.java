package dev.portolan.ingestion.descriptor.dialect;

import tools.jackson.databind.JsonNode;

/** Goes through what may be written as one value or as a list of them. */
final class Elements {
  private Elements() {}

  /** Takes an element, and the JSON pointer to it. */
  interface Visitor {
    void visit(JsonNode element, String pointer);
  }

  /** Visits each element; a list that says nothing has none. */
  static void each(JsonNode oneOrMany, String pointer, Visitor visitor) {
    if (!oneOrMany.isArray()) {
      if (Draft.isSaid(oneOrMany)) {
        visitor.visit(oneOrMany, pointer);
      }
      return;
    }
    int index = 0;
    for (JsonNode element : oneOrMany.values()) {
      visitor.visit(element, pointer + "/" + index++);
    }
  }
}
