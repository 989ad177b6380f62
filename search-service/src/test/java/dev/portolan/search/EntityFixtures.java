package dev.portolan.search;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Entities that read like speech: {@code component("checkout").titled("Checkout").version(2)}. */
public final class EntityFixtures {
  public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

  private EntityFixtures() {}

  public static Draft component(String name) {
    return new Draft("Component", name);
  }

  public static Draft api(String name) {
    return new Draft("API", name);
  }

  public static Draft group(String name) {
    return new Draft("Group", name);
  }

  public static Draft user(String name) {
    return new Draft("User", name);
  }

  /** The entity is gone as of that version. */
  public static EntityChanged deleted(String ref, long version) {
    return event(EntityRef.parse(ref), version, ChangeType.DELETED, null, NOW);
  }

  /** Any change of the entity, when only its version matters. */
  public static EntityChanged changed(String ref, long version) {
    return component(EntityRef.parse(ref).name()).version(version);
  }

  public static byte[] json(EntityChanged change) {
    return JsonMapper.shared().writeValueAsBytes(change);
  }

  private static EntityChanged event(
      EntityRef ref, long version, ChangeType change, @Nullable Entity entity, Instant at) {
    return new EntityChanged(ref, version, change, entity, List.of(), List.of("acme"), at, at);
  }

  /** An entity in the making. */
  public static final class Draft {
    private final String kind;
    private final String name;
    private String namespace = "default";
    private Instant at = NOW;
    private @Nullable String title;
    private @Nullable String description;
    private List<String> tags = List.of();
    private Map<String, String> labels = Map.of();
    private final Map<String, Object> spec = new LinkedHashMap<>();
    private final List<Relation> relations = new ArrayList<>();

    private Draft(String kind, String name) {
      this.kind = kind;
      this.name = name;
    }

    /** The change was committed so many seconds later than all others. */
    public Draft later(int seconds) {
      at = NOW.plusSeconds(seconds);
      return this;
    }

    public Draft in(String namespace) {
      this.namespace = namespace;
      return this;
    }

    public Draft titled(String title) {
      this.title = title;
      return this;
    }

    public Draft described(String description) {
      this.description = description;
      return this;
    }

    public Draft tagged(String... tags) {
      this.tags = List.of(tags);
      return this;
    }

    public Draft labelled(String key, String value) {
      this.labels = Map.of(key, value);
      return this;
    }

    public Draft with(String field, Object value) {
      spec.put(field, value);
      return this;
    }

    public Draft ownedBy(String group) {
      return related("ownedBy", "group:default/" + group);
    }

    public Draft related(String type, String target) {
      relations.add(new Relation(type, EntityRef.parse(target)));
      return this;
    }

    public Entity entity() {
      return new Entity(
          kind,
          namespace,
          name,
          title,
          description,
          labels,
          Map.of(),
          tags,
          List.of(),
          spec,
          relations);
    }

    /** The change that brought the entity to this state. */
    public EntityChanged version(long version) {
      Entity entity = entity();
      return event(
          entity.ref(),
          version,
          version == 1 ? ChangeType.CREATED : ChangeType.UPDATED,
          entity,
          at);
    }
  }
}
