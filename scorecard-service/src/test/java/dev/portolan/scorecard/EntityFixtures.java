package dev.portolan.scorecard;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Changes that read like speech: {@code changed("component:checkout", 2, dependsOn("…"))}. */
public final class EntityFixtures {
  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private EntityFixtures() {}

  /** The entity exists in that version, with those relations. */
  public static EntityChanged changed(String ref, long version, Relation... relations) {
    return changed(entity(ref, Map.of(), relations), version);
  }

  public static EntityChanged changed(Entity entity, long version) {
    return event(
        entity.ref(), version, version == 1 ? ChangeType.CREATED : ChangeType.UPDATED, entity);
  }

  /** The entity is gone as of that version. */
  public static EntityChanged deleted(String ref, long version) {
    return event(EntityRef.parse(ref), version, ChangeType.DELETED, null);
  }

  public static Entity entity(String text, Map<String, Object> spec, Relation... relations) {
    EntityRef ref = EntityRef.parse(text);
    String kind = Character.toUpperCase(ref.kind().charAt(0)) + ref.kind().substring(1);
    return new Entity(
        kind,
        ref.namespace(),
        ref.name(),
        null,
        null,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        spec,
        Arrays.asList(relations));
  }

  public static Relation dependsOn(String target) {
    return relation("dependsOn", target);
  }

  public static Relation relation(String type, String target) {
    return new Relation(type, EntityRef.parse(target));
  }

  public static byte[] json(EntityChanged change) {
    return JsonMapper.shared().writeValueAsBytes(change);
  }

  private static EntityChanged event(
      EntityRef ref, long version, ChangeType change, @Nullable Entity entity) {
    return new EntityChanged(ref, version, change, entity, List.of(), List.of("acme"), NOW, NOW);
  }
}
