package dev.portolan.ingestion.observation;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.observation.FieldMerge.Said;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What several sources together say of one entity.
 *
 * <p>Of a scalar the source with the highest priority is believed; maps merge key by key, to any
 * depth; tags, links and the spec's lists of references unite, in the order of precedence and then
 * as written; any other list is one value. A null says nothing where another source says something.
 */
public final class Merge {
  private Merge() {}

  /**
   * The entity as all its sources together describe it, with the relations that follow from the
   * merged spec: a relation that only a field made which lost is not among them. When all sources
   * are stale it is annotated so.
   *
   * @param observations at least one, at most one of each source, all of the same entity
   */
  public static Entity of(List<Observation> observations, RelationFields fields) {
    List<Observation> said = byPrecedence(observations);
    Entity first = said.getFirst().entity();
    Entity merged =
        said.size() == 1
            ? first
            : EntityFields.entity(first, merged(said, merge(first, fields)), List.of());
    return EntityFields.entity(merged, Staleness.marked(merged, said), fields.relationsOf(merged));
  }

  /**
   * Where each field of the merged entity comes from. Computed from the observations alone, so that
   * it can never contradict them.
   *
   * @param observations as for {@link #of}
   */
  public static List<FieldProvenance> provenance(
      List<Observation> observations, RelationFields fields) {
    List<Observation> said = byPrecedence(observations);
    FieldMerge merge = merge(said.getFirst().entity(), fields);
    merged(said, merge);
    return merge.provenance().stream().filter(Merge::saysSomething).toList();
  }

  private static List<Observation> byPrecedence(List<Observation> observations) {
    if (observations.isEmpty()) {
      throw new IllegalArgumentException("There is nothing to merge: no source speaks");
    }
    return observations.stream().sorted(Observation.BY_PRECEDENCE).toList();
  }

  private static FieldMerge merge(Entity first, RelationFields fields) {
    return new FieldMerge(
        path ->
            switch (path) {
              case "/tags", "/links" -> true;
              default -> fields.unite(first.kind(), path);
            });
  }

  private static Map<String, @Nullable Object> merged(List<Observation> said, FieldMerge merge) {
    return merge.maps(
        "", said.stream().map(by -> new Said(by, EntityFields.said(by.entity()))).toList());
  }

  /**
   * Title and description are fields of every entity, said or not; what is not said has no source.
   */
  private static boolean saysSomething(FieldProvenance field) {
    return field.value() != null || field.path().startsWith("/spec/");
  }
}
