package dev.portolan.scorecard.rule.cel;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Optional;

/**
 * The shape of an entity, for the type checker alone: at run time the facts are maps. So a
 * misspelled field is found when the scorecard is saved, and not as an error on every entity.
 */
final class EntityType implements CelTypeProvider {
  private static final StructType LINK =
      struct(
          "portolan.Link",
          ImmutableMap.<String, CelType>of(
              "url", SimpleType.STRING,
              "title", SimpleType.STRING,
              "icon", SimpleType.STRING,
              "type", SimpleType.STRING));

  private static final CelType STRINGS = MapType.create(SimpleType.STRING, SimpleType.STRING);

  static final StructType ENTITY =
      struct(
          "portolan.Entity",
          ImmutableMap.<String, CelType>builder()
              .put("ref", SimpleType.STRING)
              .put("kind", SimpleType.STRING)
              .put("namespace", SimpleType.STRING)
              .put("name", SimpleType.STRING)
              .put("title", SimpleType.STRING)
              .put("description", SimpleType.STRING)
              .put("labels", STRINGS)
              .put("annotations", STRINGS)
              .put("tags", ListType.create(SimpleType.STRING))
              .put("links", ListType.create(LINK))
              .put("spec", MapType.create(SimpleType.STRING, SimpleType.DYN))
              .put(
                  "relations",
                  MapType.create(SimpleType.STRING, ListType.create(SimpleType.STRING)))
              .buildOrThrow());

  /** What the whole graph says of an entity. */
  static final StructType GRAPH =
      struct(
          "portolan.Graph",
          ImmutableMap.<String, CelType>of(
              "dependents", SimpleType.INT,
              "dependencies", SimpleType.INT,
              "blastRadius", SimpleType.INT,
              "cycleSize", SimpleType.INT));

  /** How an entity stands by a scorecard. */
  static final StructType STANDING =
      struct(
          "portolan.Standing",
          ImmutableMap.<String, CelType>of(
              "level", SimpleType.STRING,
              "rank", SimpleType.INT,
              "points", SimpleType.INT,
              "possible", SimpleType.INT,
              "percentage", SimpleType.DOUBLE,
              "reached", ListType.create(SimpleType.STRING),
              "rules", STRINGS));

  private static StructType struct(String name, ImmutableMap<String, CelType> fields) {
    return StructType.create(
        name,
        ImmutableSet.copyOf(fields.keySet()),
        field -> Optional.ofNullable(fields.get(field)));
  }

  @Override
  public ImmutableCollection<CelType> types() {
    return ImmutableList.of(ENTITY, LINK, GRAPH, STANDING, RelatedType.RELATED);
  }

  @Override
  public Optional<CelType> findType(String name) {
    return types().stream().filter(type -> type.name().equals(name)).findFirst();
  }
}
