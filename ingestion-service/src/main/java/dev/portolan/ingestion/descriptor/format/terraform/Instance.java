package dev.portolan.ingestion.descriptor.format.terraform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * One instance of a resource.
 *
 * @param attributes by their names; those of before Terraform 0.12 are flat, {@code tags.Name}
 * @param sensitive the attributes that something in the state marks so
 */
record Instance(JsonNode attributes, Set<String> sensitive) {
  /** Stands for all attributes. */
  private static final String ALL = "*";

  /** Of version 4. */
  static Instance ofCurrent(JsonNode instance) {
    JsonNode attributes = instance.path("attributes");
    return new Instance(
        attributes.isObject() ? attributes : instance.path("attributes_flat"),
        sensitive(instance.path("sensitive_attributes")));
  }

  /** Of version 3, which marks nothing. */
  static Instance ofFlat(JsonNode instance) {
    return new Instance(instance.path("attributes"), Set.of());
  }

  /** Paths of steps; of one that is not understood everything is kept back. */
  private static Set<String> sensitive(JsonNode paths) {
    Set<String> sensitive = new TreeSet<>();
    if (!paths.isMissingNode() && !paths.isNull() && !paths.isArray()) {
      sensitive.add(ALL);
    }
    for (JsonNode path : paths) {
      JsonNode first = path.path(0);
      boolean known =
          first.path("type").asString("").equals("get_attr") && first.path("value").isString();
      sensitive.add(known ? first.path("value").stringValue() : ALL);
    }
    return sensitive;
  }

  boolean marks(String attribute) {
    return sensitive.contains(ALL) || sensitive.contains(attribute);
  }

  /** A text that is not marked. */
  Optional<String> text(String attribute) {
    JsonNode value = attributes.path(attribute);
    return value.isString() && !value.stringValue().isBlank() && !marks(attribute)
        ? Optional.of(value.stringValue())
        : Optional.empty();
  }

  /** The texts of a map. */
  Map<String, String> texts(String attribute) {
    Map<String, String> texts = new LinkedHashMap<>();
    attributes.path(attribute).properties().forEach(each -> put(each, "", texts));
    String flat = attribute + ".";
    for (Map.Entry<String, JsonNode> each : attributes.properties()) {
      if (each.getKey().startsWith(flat) && !each.getKey().equals(flat + "%")) {
        put(each, flat, texts);
      }
    }
    return texts;
  }

  private static void put(
      Map.Entry<String, JsonNode> entry, String prefix, Map<String, String> texts) {
    if (entry.getValue().isString()) {
      texts.put(entry.getKey().substring(prefix.length()), entry.getValue().stringValue());
    }
  }
}
