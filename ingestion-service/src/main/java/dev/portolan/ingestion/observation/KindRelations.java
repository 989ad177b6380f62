package dev.portolan.ingestion.observation;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.events.NamingRule;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.RelationField;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** The relations that the definitions of kinds make of a spec. */
public final class KindRelations implements RelationFields {
  private final Supplier<Kinds> kinds;

  /** By the definitions that there are at the time. */
  public KindRelations(Supplier<Kinds> kinds) {
    this.kinds = kinds;
  }

  @Override
  public boolean unite(String kind, String pointer) {
    return pointer.startsWith("/spec" + RelationField.BY_TYPE + "/")
        || fields(kind).stream().anyMatch(field -> pointer.equals("/spec" + field.field()));
  }

  @Override
  public List<Relation> relationsOf(Entity entity) {
    return Relations.of(
        Stream.concat(fields(entity.kind()).stream(), byType(entity).stream())
            .flatMap(
                field ->
                    references(at(entity.spec(), field.field()))
                        .flatMap(value -> relation(field, value, entity.namespace()).stream()))
            .toList());
  }

  /** The types that the spec itself names. */
  private static List<RelationField> byType(Entity entity) {
    return at(entity.spec(), RelationField.BY_TYPE) instanceof Map<?, ?> types
        ? types.keySet().stream()
            .map(String::valueOf)
            .filter(NamingRule.NAME::allows)
            .map(RelationField::ofType)
            .toList()
        : List.of();
  }

  private List<RelationField> fields(String kind) {
    Kinds now = kinds.get();
    return now.named(kind).map(KindDefinition::relations).orElse(now.relationsOfOthers());
  }

  private static @Nullable Object at(@Nullable Object value, JsonPointer pointer) {
    if (pointer.matches()) {
      return value;
    }
    return value instanceof Map<?, ?> map
        ? at(map.get(pointer.getMatchingProperty()), pointer.tail())
        : null;
  }

  private static Stream<?> references(@Nullable Object value) {
    return value instanceof Collection<?> many ? many.stream() : Stream.ofNullable(value);
  }

  /** What the reader of descriptors let pass though it is no reference makes no relation. */
  private static Optional<Relation> relation(RelationField field, Object value, String namespace) {
    String kind = field.defaultKind() == null ? "" : field.defaultKind();
    try {
      return switch (value) {
        case String text ->
            Optional.of(new Relation(field.type(), EntityRef.parse(text, kind, namespace)));
        case Map<?, ?> parts when parts.get("name") instanceof String name ->
            Optional.of(
                Relations.of(
                    field.type(),
                    new EntityRef(
                        parts.get("kind") instanceof String other ? other : kind,
                        parts.get("namespace") instanceof String other ? other : namespace,
                        name),
                    attributes(parts.get("attributes"))));
        default -> Optional.empty();
      };
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }

  private static Map<String, @Nullable Object> attributes(@Nullable Object value) {
    Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, attribute) -> attributes.put(String.valueOf(key), attribute));
    }
    return attributes;
  }
}
