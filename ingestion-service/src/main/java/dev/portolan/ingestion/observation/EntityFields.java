package dev.portolan.ingestion.observation;

import dev.portolan.events.Entity;
import dev.portolan.events.Link;
import dev.portolan.events.Relation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** An entity as the tree of fields that JSON Pointers walk. */
public final class EntityFields {
  private EntityFields() {}

  /** What sources say of an entity: all but its identity and its relations, which follow. */
  static Map<String, @Nullable Object> said(Entity entity) {
    SequencedMap<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("title", entity.title());
    fields.put("description", entity.description());
    fields.put("labels", entity.labels());
    fields.put("annotations", entity.annotations());
    fields.put("tags", entity.tags());
    fields.put("links", entity.links());
    fields.put("spec", entity.spec());
    return fields;
  }

  /** Every field, in the order of the event. */
  public static Map<String, @Nullable Object> all(Entity entity) {
    SequencedMap<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("kind", entity.kind());
    fields.put("namespace", entity.namespace());
    fields.put("name", entity.name());
    fields.putAll(said(entity));
    fields.put("relations", entity.relations());
    return fields;
  }

  /** The entity of that identity with these fields. */
  @SuppressWarnings("unchecked") // the merge gives every field the type that its sources gave it
  static Entity entity(
      Entity identity, Map<String, @Nullable Object> fields, List<Relation> relations) {
    return new Entity(
        identity.kind(),
        identity.namespace(),
        identity.name(),
        (@Nullable String) fields.get("title"),
        (@Nullable String) fields.get("description"),
        (Map<String, String>) given(fields, "labels"),
        (Map<String, String>) given(fields, "annotations"),
        (List<String>) given(fields, "tags"),
        (List<Link>) given(fields, "links"),
        (Map<String, Object>) given(fields, "spec"),
        relations);
  }

  private static Object given(Map<String, @Nullable Object> fields, String name) {
    Object value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The field " + name + " is missing");
    }
    return value;
  }
}
