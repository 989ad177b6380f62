package dev.portolan.ingestion.observation;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.events.Relation;
import dev.portolan.ingestion.kind.KindDefinition;
import dev.portolan.ingestion.kind.Kinds;
import dev.portolan.ingestion.kind.RelationField;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** The relations that the definitions of kinds make of a spec. */
public final class KindRelations implements RelationFields {
  private static final Comparator<Relation> ORDER =
      Comparator.comparing(Relation::type)
          .thenComparing(relation -> relation.target().kind())
          .thenComparing(relation -> relation.target().namespace())
          .thenComparing(relation -> relation.target().name());

  private final Kinds kinds;

  /** By these definitions. */
  public KindRelations(Kinds kinds) {
    this.kinds = kinds;
  }

  @Override
  public boolean unite(String kind, String pointer) {
    return fields(kind).stream().anyMatch(field -> pointer.equals("/spec" + field.field()));
  }

  @Override
  public List<Relation> relationsOf(Entity entity) {
    return fields(entity.kind()).stream()
        .flatMap(
            field ->
                references(at(entity.spec(), field.field()))
                    .flatMap(value -> target(field, value, entity.namespace()).stream())
                    .map(target -> new Relation(field.type(), target)))
        .distinct()
        .sorted(ORDER)
        .toList();
  }

  private List<RelationField> fields(String kind) {
    return kinds.named(kind).map(KindDefinition::relations).orElse(kinds.relationsOfOthers());
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
  private static Optional<EntityRef> target(RelationField field, Object value, String namespace) {
    String kind = field.defaultKind() == null ? "" : field.defaultKind();
    try {
      return switch (value) {
        case String text -> Optional.of(EntityRef.parse(text, kind, namespace));
        case Map<?, ?> parts when parts.get("name") instanceof String name ->
            Optional.of(
                new EntityRef(
                    parts.get("kind") instanceof String other ? other : kind,
                    parts.get("namespace") instanceof String other ? other : namespace,
                    name));
        default -> Optional.empty();
      };
    } catch (InvalidNameException e) {
      return Optional.empty();
    }
  }
}
