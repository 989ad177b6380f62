package dev.portolan.ingestion.adapter.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells an entity of Port as a descriptor, by the rule that docs/http-sources.md gives.
 *
 * <p>The blueprint becomes the kind, {@code service} a Component and any other its name in
 * PascalCase; the identifier becomes the name, each run of characters that no name has a hyphen;
 * properties and relations become fields of the spec, the team its owner.
 */
final class PortEntity {
  static final String IDENTIFIER = "getport.io/identifier";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String ICON = "getport.io/icon";
  private static final String SERVICE = "service";
  private static final String UNKNOWN = "unknown";

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z][A-Za-z0-9]*:[^:/]+/[^:/]+");

  private PortEntity() {}

  /** Whether there is no entity where this part of it cannot be told. */
  static boolean isGrave(String pointer) {
    return pointer.equals("/identifier") || pointer.equals("/blueprint");
  }

  static ObjectNode descriptor(ObjectNode entity, Faults faults) {
    String blueprint = text(entity, "blueprint", faults);
    String identifier = text(entity, "identifier", faults);
    ObjectNode descriptor = NODES.objectNode();
    descriptor.put("apiVersion", Mapping.API_VERSION);
    descriptor.put("kind", kind(blueprint));
    ObjectNode metadata = descriptor.putObject("metadata");
    metadata.put("name", name(identifier));
    if (entity.path("title").isValueNode()) {
      metadata.put("title", entity.path("title").asString(""));
    }
    JsonNode description = entity.path("properties").path("description");
    if (description.isString() && !description.stringValue().isBlank()) {
      metadata.set("description", description);
    }
    annotations(entity, identifier, metadata);
    descriptor.set("spec", spec(entity, blueprint, faults));
    return descriptor;
  }

  /** The kind of a blueprint. */
  static String kind(String blueprint) {
    if (blueprint.equals(SERVICE)) {
      return "Component";
    }
    StringBuilder kind = new StringBuilder();
    for (String word : blueprint.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        kind.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return kind.toString();
  }

  /** The name of an identifier. */
  static String name(String identifier) {
    return identifier
        .replaceAll("[^A-Za-z0-9._]+", "-")
        .replaceAll("[-._]*([-._])", "$1")
        .replaceAll("^[-._]+|[-._]+$", "");
  }

  private static String text(ObjectNode entity, String field, Faults faults) {
    JsonNode value = entity.path(field);
    if (value.isString() && !value.stringValue().isBlank()) {
      return value.stringValue();
    }
    if (value.isIntegralNumber()) {
      return value.asString();
    }
    if (faults.problems().isEmpty()) {
      faults.problem("/" + field, "The mapping yields no %s for this item.".formatted(field));
    }
    return "";
  }

  private static void annotations(ObjectNode entity, String identifier, ObjectNode metadata) {
    ObjectNode annotations = NODES.objectNode();
    if (!identifier.equals(name(identifier))) {
      annotations.put(IDENTIFIER, identifier);
    }
    if (entity.path("icon").isString()) {
      annotations.set(ICON, entity.path("icon"));
    }
    if (!annotations.isEmpty()) {
      metadata.set("annotations", annotations);
    }
  }

  private static ObjectNode spec(ObjectNode entity, String blueprint, Faults faults) {
    ObjectNode spec = NODES.objectNode();
    for (Map.Entry<String, JsonNode> property : entity.path("properties").properties()) {
      if (!property.getKey().equals("description") || !property.getValue().isString()) {
        spec.set(property.getKey(), property.getValue());
      }
    }
    if (entity.has("team")) {
      spec.set("owner", names(entity.path("team")));
    }
    for (Map.Entry<String, JsonNode> relation : entity.path("relations").properties()) {
      if (relation.getValue().isObject()) {
        faults.note(
            "/relations/"
                + relation.getKey()
                + " is a search among entities and makes no relation");
      } else {
        spec.set(relation.getKey(), names(relation.getValue()));
      }
    }
    if (blueprint.equals(SERVICE)) {
      // What a Component must have and Port does not know.
      putIfAbsent(spec, "type", SERVICE);
      putIfAbsent(spec, "lifecycle", UNKNOWN);
      putIfAbsent(spec, "owner", UNKNOWN);
    }
    return spec;
  }

  private static void putIfAbsent(ObjectNode spec, String field, String value) {
    if (!spec.path(field).isString()) {
      spec.put(field, value);
    }
  }

  /** A whole reference stays as it is; anything else is the identifier of an entity. */
  private static String target(String text) {
    return REFERENCE.matcher(text).matches() ? text : name(text);
  }

  /** One name, or the list of several. */
  private static JsonNode names(JsonNode identifiers) {
    if (!identifiers.isArray()) {
      return NODES.stringNode(target(identifiers.asString("")));
    }
    List<String> names = new ArrayList<>();
    identifiers.forEach(each -> names.add(target(each.asString(""))));
    names.removeIf(String::isEmpty);
    if (names.size() == 1) {
      return NODES.stringNode(names.getFirst());
    }
    ArrayNode array = NODES.arrayNode();
    names.forEach(array::add);
    return array;
  }
}
