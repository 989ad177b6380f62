package dev.portolan.ingestion.descriptor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes plain Java values of what was parsed. */
public final class ValueOf {
  private ValueOf() {}

  static Map<String, @Nullable Object> map(JsonNode object) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    object.properties().forEach(entry -> map.put(entry.getKey(), tree(entry.getValue())));
    return Collections.unmodifiableMap(map);
  }

  /** The same Java types as a JSON parser gives, so that what is read back compares equal. */
  public static @Nullable Object tree(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> map(value);
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>(value.size());
        value.forEach(element -> list.add(tree(element)));
        yield Collections.unmodifiableList(list);
      }
      case STRING -> value.stringValue();
      case NUMBER ->
          value.isBigDecimal() ? Decimals.canonical(value.decimalValue()) : value.numberValue();
      case BOOLEAN -> value.booleanValue();
      case NULL, MISSING, BINARY, POJO -> null;
    };
  }
}
