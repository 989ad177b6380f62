package dev.portolan.catalog.projection.neo4j;

import dev.portolan.catalog.entity.EntityDocument;
import dev.portolan.catalog.projection.Edge;
import dev.portolan.catalog.projection.Facts;
import dev.portolan.catalog.projection.GraphDifference.EntityState;
import dev.portolan.events.Entity;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties of an entity's node: what queries select and sort by, each on its own, and the
 * whole entity as JSON.
 */
final class NodeProperties {
  private static final JsonMapper JSON = JsonMapper.shared();

  private NodeProperties() {}

  static Map<String, Object> of(EntityState state) {
    Entity entity = state.entity();
    Facts facts = state.facts();
    Map<String, Object> properties = new HashMap<>();
    properties.put("ref", state.ref());
    properties.put("version", state.version());
    properties.put("kind", facts.kind());
    properties.put("kindKey", entity.ref().kind());
    properties.put("namespace", entity.ref().namespace());
    properties.put("name", entity.name());
    properties.put("nameKey", entity.ref().name());
    String title = entity.title();
    if (title != null) {
      properties.put("title", title);
      properties.put("titleKey", title.toLowerCase(Locale.ROOT));
    }
    putIfPresent(properties, "description", entity.description());
    putIfPresent(properties, "owner", facts.owner());
    putIfPresent(properties, "system", facts.system());
    putIfPresent(properties, "domain", facts.domain());
    putIfPresent(properties, "type", entity.spec().get("type"));
    putIfPresent(properties, "lifecycle", facts.lifecycle());
    putIfPresent(properties, "tier", facts.tier());
    putIfAny(properties, "tags", facts.tags());
    putIfAny(
        properties,
        "labels",
        entity.labels().entrySet().stream()
            .map(label -> label.getKey() + "=" + label.getValue())
            .toList());
    putIfAny(
        properties,
        "declared",
        state.declaredAsTarget().stream().map(NodeProperties::text).toList());
    putIfAny(properties, KindTrouble.PROPERTY, KindTrouble.texts(state.trouble()));
    properties.put("json", JSON.writeValueAsString(EntityDocument.of(entity)));
    return properties;
  }

  /** An edge to a node, declared by that node, in one property: {@code memberOf|user:default/a}. */
  static String text(Edge edge) {
    return edge.type() + "|" + edge.source();
  }

  static Edge edge(String text, String target) {
    int bar = text.lastIndexOf('|');
    return new Edge(text.substring(bar + 1), text.substring(0, bar), target);
  }

  /** Free JSON: only what is text can be selected by. */
  private static void putIfPresent(
      Map<String, Object> properties, String name, @Nullable Object value) {
    if (value instanceof String text) {
      properties.put(name, text);
    }
  }

  private static void putIfAny(Map<String, Object> properties, String name, List<String> values) {
    if (!values.isEmpty()) {
      properties.put(name, values);
    }
  }
}
