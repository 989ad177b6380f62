package dev.portolan.catalog.projection.neo4j;

import static dev.portolan.catalog.projection.Declarations.NO_ATTRIBUTES;

import dev.portolan.catalog.projection.Declarations;
import dev.portolan.catalog.projection.Edge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declarations of an edge as properties of its relationship. An edge that its source alone
 * declares, without attributes, needs none: that is almost every edge.
 */
public final class EdgeProperties {
  static final String DECLARED_BY = "declaredBy";
  static final String ATTRIBUTES = "attributes";
  static final String TARGET_ATTRIBUTES = "targetAttributes";

  private static final String TARGET = "target";
  private static final String BOTH = "both";

  private EdgeProperties() {}

  static List<Map<String, Object>> rows(Map<Edge, Declarations> edges) {
    return edges.entrySet().stream()
        .map(
            edge -> {
              Map<String, Object> row = new HashMap<>(key(edge.getKey()));
              row.put("properties", of(edge.getValue()));
              return row;
            })
        .toList();
  }

  static Map<String, Object> key(Edge edge) {
    return Map.of("source", edge.source(), "type", edge.type(), "target", edge.target());
  }

  static Map<String, Object> of(Declarations declarations) {
    Map<String, Object> properties = new HashMap<>();
    putAttributes(properties, ATTRIBUTES, declarations.bySource());
    putAttributes(properties, TARGET_ATTRIBUTES, declarations.byTarget());
    if (declarations.byTarget() != null) {
      properties.put(DECLARED_BY, declarations.bySource() == null ? TARGET : BOTH);
    }
    return properties;
  }

  /** The declarations of an edge, by the properties of its relationship. */
  public static Declarations read(
      @Nullable String declaredBy, @Nullable String attributes, @Nullable String targetAttributes) {
    return new Declarations(
        TARGET.equals(declaredBy) ? null : orNone(attributes),
        declaredBy == null ? null : orNone(targetAttributes));
  }

  private static String orNone(@Nullable String attributes) {
    return attributes == null ? NO_ATTRIBUTES : attributes;
  }

  private static void putAttributes(
      Map<String, Object> properties, String name, @Nullable String attributes) {
    if (attributes != null && !attributes.equals(NO_ATTRIBUTES)) {
      properties.put(name, attributes);
    }
  }
}
