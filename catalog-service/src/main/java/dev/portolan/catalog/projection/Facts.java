package dev.portolan.catalog.projection;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.events.Relation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the graph keeps of an entity beside its document, so that thousands of entities are counted
 * and selected without reading theirs.
 *
 * @param kind as it is written
 * @param owner the reference of the first thing that it says it is owned by
 * @param system the reference of the first system that it says it is part of
 * @param domain the reference of the first domain that it says it is part of itself: most entities
 *     are part of one by their system
 * @param lifecycle {@code spec.lifecycle}
 * @param tier {@code spec.tier}, or else the label {@code tier}: how much the business needs it
 * @param tags as they are written
 */
public record Facts(
    String kind,
    @Nullable String owner,
    @Nullable String system,
    @Nullable String domain,
    @Nullable String lifecycle,
    @Nullable String tier,
    List<String> tags) {

  /** The facts of an entity. */
  public static Facts of(Entity entity) {
    String tier = text(entity.spec().get("tier"));
    return new Facts(
        entity.kind(),
        target(entity, "ownedBy", null),
        target(entity, "partOf", "system"),
        target(entity, "partOf", "domain"),
        text(entity.spec().get("lifecycle")),
        tier == null ? entity.labels().get("tier") : tier,
        List.copyOf(entity.tags()));
  }

  private static @Nullable String target(Entity entity, String type, @Nullable String kind) {
    return entity.relations().stream()
        .filter(relation -> relation.type().equals(type))
        .map(Relation::target)
        .filter(target -> kind == null || target.kind().equals(kind))
        .map(EntityRef::toString)
        .findFirst()
        .orElse(null);
  }

  /** Free JSON: only texts and numbers can be counted by. */
  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String || value instanceof Number ? value.toString() : null;
  }
}
