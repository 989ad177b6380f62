package dev.portolan.scorecard.rule.cel;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.StructType;
import dev.portolan.events.RelationType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The shape of {@code related}: for each relation, either way, the entities at its other end that
 * exist.
 */
final class RelatedType {
  static final ImmutableSet<String> NAMES =
      RelationType.builtIn().stream()
          .flatMap(type -> Stream.of(type.name(), type.inverse()))
          .collect(ImmutableSet.toImmutableSet());

  static final StructType RELATED = type();

  private RelatedType() {}

  private static StructType type() {
    ListType entities = ListType.create(EntityType.ENTITY);
    ImmutableMap<String, CelType> fields =
        NAMES.stream().collect(ImmutableMap.toImmutableMap(name -> name, _ -> entities));
    return StructType.create(
        "portolan.Related", NAMES, field -> Optional.ofNullable(fields.get(field)));
  }
}
