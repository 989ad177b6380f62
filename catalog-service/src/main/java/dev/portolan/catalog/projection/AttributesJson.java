package dev.portolan.catalog.projection;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The attributes of a relation as JSON text, always the same text for the same attributes. */
final class AttributesJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private AttributesJson() {}

  static String write(Map<String, @Nullable Object> attributes) {
    return attributes.isEmpty() ? Declarations.NO_ATTRIBUTES : JSON.writeValueAsString(attributes);
  }
}
