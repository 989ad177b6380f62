package dev.portolan.ingestion.descriptor;

import dev.portolan.events.Entity;
import dev.portolan.events.Link;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.descriptor.rule.Descriptor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes the entity of a descriptor that keeps every rule. */
final class EntityOf {
  private EntityOf() {}

  // The class file of a record with a compact constructor loses the annotation of spec's values.
  @SuppressWarnings("NullAway")
  static Entity descriptor(Descriptor descriptor, List<Relation> relations) {
    JsonNode metadata = descriptor.metadata();
    return new Entity(
        descriptor.kind(),
        descriptor.namespace(),
        descriptor.name(),
        text(metadata.path("title")),
        text(metadata.path("description")),
        texts(metadata.path("labels")),
        texts(metadata.path("annotations")),
        tags(metadata.path("tags")),
        links(metadata.path("links")),
        ValueOf.map(descriptor.spec()),
        relations);
  }

  private static @Nullable String text(JsonNode value) {
    return value.isString() ? value.stringValue() : null;
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().stringValue()));
    return Collections.unmodifiableMap(texts);
  }

  /** Each once: they are a set, in the order of their first mention. */
  private static List<String> tags(JsonNode array) {
    return array.valueStream().map(JsonNode::stringValue).distinct().toList();
  }

  private static List<Link> links(JsonNode array) {
    return array.valueStream().map(EntityOf::link).toList();
  }

  private static Link link(JsonNode link) {
    return new Link(
        link.path("url").stringValue(),
        text(link.path("title")),
        text(link.path("icon")),
        text(link.path("type")));
  }
}
