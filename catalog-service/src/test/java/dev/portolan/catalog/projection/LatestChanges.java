package dev.portolan.catalog.projection;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.Relation;
import dev.portolan.events.RelationType.Trouble;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The model: of each entity the change with the highest version, and nothing else. */
public final class LatestChanges {
  private static final Map<String, String> STORED =
      Map.of("dependencyOf", "dependsOn", "hasMember", "memberOf");

  private final Map<String, EntityChanged> latest = new TreeMap<>();

  public void hear(EntityChanged change) {
    latest.merge(change.ref().toString(), change, (a, b) -> b.version() > a.version() ? b : a);
  }

  /** A state that holds whatever its version is. */
  public void suppose(EntityChanged change) {
    latest.put(change.ref().toString(), change);
  }

  public LatestChanges copy() {
    LatestChanges copy = new LatestChanges();
    latest.values().forEach(copy::hear);
    return copy;
  }

  public Set<String> existing() {
    return entities().keySet();
  }

  public Map<String, Entity> entities() {
    Map<String, Entity> entities = new TreeMap<>();
    latest.forEach(
        (ref, change) -> {
          if (change.entity() != null) {
            entities.put(ref, change.entity());
          }
        });
    return entities;
  }

  /** What is known, or pointed at from or to something that exists. */
  public Set<String> refs() {
    Set<String> refs = new TreeSet<>(latest.keySet());
    edges()
        .keySet()
        .forEach(
            edge -> {
              refs.add(edge.source());
              refs.add(edge.target());
            });
    return refs;
  }

  public long version(String ref) {
    EntityChanged change = latest.get(ref);
    return change == null ? 0 : change.version();
  }

  public Map<Edge, Declarations> edges() {
    Map<Edge, Declarations> edges = new TreeMap<>();
    latest.forEach(
        (ref, change) -> {
          Entity entity = change.entity();
          if (entity != null) {
            entity.relations().forEach(relation -> declare(edges, ref, relation));
          }
        });
    return edges;
  }

  /**
   * Which way trouble travels along each type that carries some: of a type that is not built in as
   * the first kind says that says something.
   */
  public Map<String, Trouble> trouble() {
    Map<String, Trouble> trouble =
        new TreeMap<>(
            Map.of(
                "dependsOn", Trouble.TO_SOURCE,
                "consumesApi", Trouble.TO_SOURCE,
                "providesApi", Trouble.TO_TARGET));
    for (Map.Entry<String, Entity> each : entities().entrySet()) {
      String spec = each.getValue().spec().toString();
      if (each.getKey().startsWith("kind:default/") && spec.contains("hauntedBy")) {
        if (spec.contains("toSource")) {
          trouble.putIfAbsent("hauntedBy", Trouble.TO_SOURCE);
        } else if (spec.contains("toTarget")) {
          trouble.putIfAbsent("hauntedBy", Trouble.TO_TARGET);
        } else if (spec.contains("stays")) {
          trouble.putIfAbsent("hauntedBy", Trouble.STAYS);
        }
      }
    }
    return trouble;
  }

  private static void declare(Map<Edge, Declarations> edges, String ref, Relation relation) {
    String attributes = AttributesJson.write(relation.attributes());
    String stored = STORED.get(relation.type());
    if (stored == null) {
      Edge edge = new Edge(ref, relation.type(), relation.target().toString());
      Declarations before = edges.getOrDefault(edge, Declarations.NONE);
      edges.put(edge, new Declarations(attributes, before.byTarget()));
    } else {
      Edge edge = new Edge(relation.target().toString(), stored, ref);
      Declarations before = edges.getOrDefault(edge, Declarations.NONE);
      edges.put(edge, new Declarations(before.bySource(), attributes));
    }
  }
}
