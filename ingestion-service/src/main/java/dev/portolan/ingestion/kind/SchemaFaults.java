package dev.portolan.ingestion.kind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What a JSON Schema that anybody may write must not hold, though it is one: what leads out of it,
 * what never ends, and patterns that are none.
 */
final class SchemaFaults {
  /** Schemas within the schema, each as often as it is referred to. */
  private static final int MOST_SCHEMAS = 1_000;

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private static final Set<String> SCHEMA =
      Set.of(
          "not",
          "if",
          "then",
          "else",
          "items",
          "additionalProperties",
          "propertyNames",
          "contains",
          "unevaluatedItems",
          "unevaluatedProperties");

  private static final Set<String> LIST_OF_SCHEMAS =
      Set.of("allOf", "anyOf", "oneOf", "prefixItems");

  private static final String DEFINITIONS = "$defs";

  private static final Set<String> SCHEMAS_BY_NAME =
      Set.of("properties", "patternProperties", "dependentSchemas");

  private static final Set<String> LEADING_ELSEWHERE =
      Set.of("$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary");

  private static final Pattern DEFINITION = Pattern.compile("#/\\$defs/[^/%]+");

  private final JsonNode root;
  private final String at;
  private final List<SpecFault> faults = new ArrayList<>();
  private final Map<String, Integer> sizes = new HashMap<>();
  private final Set<String> underWay = new HashSet<>();

  private SchemaFaults(JsonNode root, String at) {
    this.root = root;
    this.at = at;
  }

  /**
   * Looks for them.
   *
   * @param at where the schema stands, which the fields of faults begin with
   */
  static List<SpecFault> of(JsonNode schema, String at) {
    SchemaFaults search = new SchemaFaults(schema, at);
    for (String name : schema.path(DEFINITIONS).propertyNames()) {
      search.sizeOfDefinition(name);
    }
    int size = search.size(schema, at);
    if (size > MOST_SCHEMAS) {
      search.fault(
          at,
          "schema",
          "with all that is referred to it has more than "
              + MOST_SCHEMAS
              + " schemas within each other",
          schema);
    }
    return search.faults;
  }

  /** How many schemas it has, with those that it refers to. */
  private int size(JsonNode schema, String place) {
    int size = 1;
    for (Map.Entry<String, JsonNode> entry : schema.properties()) {
      String key = entry.getKey();
      JsonNode value = entry.getValue();
      String field = child(place, key);
      check(key, value, field);
      if (SCHEMA.contains(key)) {
        size += size(value, field);
      } else if (LIST_OF_SCHEMAS.contains(key)) {
        for (int index = 0; index < value.size(); index++) {
          size += size(value.get(index), field + "/" + index);
        }
      } else if (SCHEMAS_BY_NAME.contains(key)) {
        for (Map.Entry<String, JsonNode> named : value.properties()) {
          size += size(named.getValue(), child(field, named.getKey()));
        }
      } else if (key.equals("$ref")) {
        size += referred(value, field);
      }
      size = Math.min(size, MOST_SCHEMAS + 1);
    }
    return size;
  }

  private void check(String key, JsonNode value, String field) {
    if (LEADING_ELSEWHERE.contains(key)) {
      fault(field, key, "the schema of a kind has no " + key, value);
    } else if (key.equals("$schema") && !value.asString("").equals(DRAFT)) {
      fault(field, key, "the schema of a kind is one of " + DRAFT, value);
    } else if (key.equals("pattern")) {
      pattern(value.asString(""), field, value);
    } else if (key.equals("patternProperties")) {
      value.propertyNames().forEach(regex -> pattern(regex, child(field, regex), value));
    }
  }

  private void pattern(String regex, String field, JsonNode value) {
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      fault(field, "pattern", "'" + regex + "' is no pattern: " + e.getDescription(), value);
    }
  }

  private int referred(JsonNode value, String field) {
    String target = value.asString("");
    if (!DEFINITION.matcher(target).matches()
        || root.at(JsonPointer.compile(target.substring(1))).isMissingNode()) {
      fault(
          field,
          "$ref",
          "'" + target + "' must be '#/$defs/NAME', which the schema itself defines",
          value);
      return 0;
    }
    JsonPointer pointer = JsonPointer.compile(target.substring(1));
    String name = pointer.last().getMatchingProperty();
    if (underWay.contains(name)) {
      fault(field, "$ref", "'" + target + "' refers back to what refers to it", value);
      return 0;
    }
    return sizeOfDefinition(name);
  }

  private int sizeOfDefinition(String name) {
    Integer known = sizes.get(name);
    if (known != null) {
      return known;
    }
    underWay.add(name);
    JsonNode schema = root.path(DEFINITIONS).path(name);
    int size = size(schema, child(child(at, DEFINITIONS), name));
    underWay.remove(name);
    sizes.put(name, size);
    return size;
  }

  private void fault(String field, String keyword, String message, JsonNode value) {
    faults.add(new SpecFault(field, keyword, message, value));
  }

  private static String child(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }
}
