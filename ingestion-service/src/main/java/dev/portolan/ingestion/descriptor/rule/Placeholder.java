package dev.portolan.ingestion.descriptor.rule;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A mapping such as {@code $text: ./openapi.yaml}, which stands for the content of a file.
 *
 * @param key {@code $text}, {@code $json} or {@code $yaml}
 * @param target where the content is, as written
 */
public record Placeholder(String key, String target) {
  private static final Set<String> KEYS = Set.of("$text", "$json", "$yaml");

  /** Returns the placeholder that a value is, if it is one. */
  public static Optional<Placeholder> of(JsonNode value) {
    if (!value.isObject() || value.size() != 1) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> only = value.properties().iterator().next();
    return KEYS.contains(only.getKey()) && only.getValue().isString()
        ? Optional.of(new Placeholder(only.getKey(), only.getValue().stringValue()))
        : Optional.empty();
  }

  static boolean isOne(JsonNode value) {
    return of(value).isPresent();
  }
}
