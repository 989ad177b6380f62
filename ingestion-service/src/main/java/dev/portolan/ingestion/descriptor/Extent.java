package dev.portolan.ingestion.descriptor;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * How much of a document a value takes up.
 *
 * @param weight in characters, and one for each value
 * @param depth of lists and mappings inside each other; 0 for a scalar
 */
record Extent(long weight, int depth) {

  static Extent of(JsonNode value) {
    long weight = 1L + (value.isContainer() ? 0 : value.asString("").length());
    int depth = 0;
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      Extent child = of(member.getValue());
      weight += member.getKey().length() + child.weight;
      depth = Math.max(depth, child.depth);
    }
    if (value.isArray()) {
      for (JsonNode element : value) {
        Extent child = of(element);
        weight += child.weight;
        depth = Math.max(depth, child.depth);
      }
    }
    return new Extent(weight, value.isContainer() ? depth + 1 : 0);
  }
}
