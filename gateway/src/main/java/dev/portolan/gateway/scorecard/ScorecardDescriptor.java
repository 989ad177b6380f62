package dev.portolan.gateway.scorecard;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.portal.Descriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as somebody writes it, read as the entity that it would become.
 *
 * <p>Only what makes it a scorecard is read: that its name is one, and its spec an object. The rest
 * ingestion-service and scorecard-service tell better.
 */
public final class ScorecardDescriptor {
  private static final String KIND = "Scorecard";

  private final Map<String, Object> written = new LinkedHashMap<>();

  private ScorecardDescriptor(Map<?, ?> written) {
    written.forEach(
        (key, value) -> {
          if (value != null) {
            this.written.put(String.valueOf(key), value);
          }
        });
  }

  /**
   * Reads a descriptor.
   *
   * @param written any JSON
   * @throws CodedException when it is no object
   */
  public static ScorecardDescriptor of(@Nullable Object written) {
    if (written instanceof Map<?, ?> map) {
      return new ScorecardDescriptor(map);
    }
    throw wrong("", "is an object with apiVersion, kind, metadata and spec", written);
  }

  /** As it is said to ingestion-service. */
  public Map<String, Object> said() {
    return written;
  }

  /**
   * A scorecard of nothing but a filter, so that the filter can be checked.
   *
   * @param filter which entities, in CEL
   */
  public static Entity ofFilter(String filter) {
    return entity(
        EntityRef.DEFAULT_NAMESPACE,
        "filter",
        null,
        null,
        Map.of("filter", filter, "rules", List.of(Map.of("id", "any", "expression", "true"))));
  }

  /**
   * The entity that it would become, without its relations.
   *
   * @throws CodedException when it describes no scorecard
   * @throws dev.portolan.events.InvalidNameException when its name is none
   */
  public Entity entity() {
    if (!Descriptor.API_VERSION.equals(written.get("apiVersion"))) {
      throw wrong("/apiVersion", "is " + Descriptor.API_VERSION, written.get("apiVersion"));
    }
    if (!(written.get("kind") instanceof String kind) || !kind.equalsIgnoreCase(KIND)) {
      throw wrong("/kind", "is " + KIND, written.get("kind"));
    }
    Map<String, @Nullable Object> metadata = object("metadata");
    String namespace = text(metadata, "namespace");
    Entity entity =
        entity(
            namespace == null ? EntityRef.DEFAULT_NAMESPACE : namespace,
            name(metadata),
            text(metadata, "title"),
            text(metadata, "description"),
            object("spec"));
    entity.ref(); // Fails where the name is none.
    return entity;
  }

  @SuppressWarnings("NullAway") // A record's constructor does not tell what its maps may hold.
  private static Entity entity(
      String namespace,
      String name,
      @Nullable String title,
      @Nullable String description,
      Map<String, ? extends @Nullable Object> spec) {
    return new Entity(
        KIND,
        namespace,
        name,
        title,
        description,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        new LinkedHashMap<>(spec),
        List.of());
  }

  private static String name(Map<String, @Nullable Object> metadata) {
    String name = text(metadata, "name");
    if (name == null) {
      throw wrong("/metadata/name", "is its name", null);
    }
    return name;
  }

  private static @Nullable String text(Map<String, @Nullable Object> metadata, String field) {
    return switch (metadata.get(field)) {
      case null -> null;
      case String text -> text;
      case Object other -> throw wrong("/metadata/" + field, "is a text", other);
    };
  }

  private Map<String, @Nullable Object> object(String field) {
    if (!(written.get(field) instanceof Map<?, ?> map)) {
      throw wrong("/" + field, "is an object", written.get(field));
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    map.forEach((key, value) -> object.put(String.valueOf(key), value));
    return object;
  }

  private static CodedException wrong(String field, String right, @Nullable Object written) {
    String there = written == null ? "it is missing" : "it is " + shown(String.valueOf(written));
    return new CodedException(
        ErrorCode.BAD_REQUEST,
        "%s of a scorecard's descriptor %s; %s."
            .formatted(field.isEmpty() ? "All" : field, right, there));
  }

  private static String shown(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
