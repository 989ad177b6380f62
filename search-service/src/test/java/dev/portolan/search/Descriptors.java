package dev.portolan.search;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.events.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads descriptors as the write side would, as far as searching needs it. */
public final class Descriptors {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Descriptors() {}

  /** The first version of what the descriptor says. */
  public static EntityChanged created(JsonNode descriptor) {
    JsonNode metadata = descriptor.path("metadata");
    String kind = descriptor.path("kind").asString();
    String namespace = metadata.path("namespace").asString(EntityRef.DEFAULT_NAMESPACE);
    Map<String, Object> spec = map(descriptor.path("spec"), new TypeReference<>() {});
    Entity entity =
        new Entity(
            kind,
            namespace,
            metadata.path("name").asString(),
            text(metadata.path("title")),
            text(metadata.path("description")),
            map(metadata.path("labels"), new TypeReference<>() {}),
            map(metadata.path("annotations"), new TypeReference<>() {}),
            metadata.path("tags").valueStream().map(JsonNode::asString).toList(),
            List.of(),
            spec,
            relations(descriptor.path("spec"), namespace));
    return new EntityChanged(
        entity.ref(),
        1,
        ChangeType.CREATED,
        entity,
        List.of(),
        List.of("acme"),
        EntityFixtures.NOW,
        EntityFixtures.NOW);
  }

  private static List<Relation> relations(JsonNode spec, String namespace) {
    List<Relation> relations = new ArrayList<>();
    add(relations, "ownedBy", spec.path("owner"), "group", namespace);
    add(relations, "partOf", spec.path("system"), "system", namespace);
    add(relations, "documents", spec.path("documents"), "component", namespace);
    return relations;
  }

  /** What is no reference relates to nothing. */
  private static void add(
      List<Relation> relations, String type, JsonNode target, String kind, String namespace) {
    if (target.isString()) {
      try {
        relations.add(new Relation(type, EntityRef.parse(target.asString(), kind, namespace)));
      } catch (InvalidNameException e) {
        // Found in the wild: an address of mail.
        return;
      }
    }
  }

  private static <V> Map<String, V> map(JsonNode node, TypeReference<Map<String, V>> type) {
    return node.isObject() ? JSON.convertValue(node, type) : Map.of();
  }

  private static @Nullable String text(JsonNode node) {
    return node.isString() ? node.asString() : null;
  }
}
