package dev.portolan.catalog.projection;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The attributes of a relation as JSON text, always the same text for the same attributes. */
public final class AttributesJson {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final TypeReference<Map<String, @Nullable Object>> ATTRIBUTES =
      new TypeReference<>() {};

  private AttributesJson() {}

  /** The attributes of such a text. */
  public static Map<String, @Nullable Object> read(@Nullable String json) {
    return json == null || json.equals(Declarations.NO_ATTRIBUTES)
        ? Map.of()
        : JSON.readValue(json, ATTRIBUTES);
  }

  static String write(Map<String, @Nullable Object> attributes) {
    return attributes.isEmpty() ? Declarations.NO_ATTRIBUTES : JSON.writeValueAsString(attributes);
  }
}
