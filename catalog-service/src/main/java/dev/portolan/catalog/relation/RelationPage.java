package dev.portolan.catalog.relation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Some of an entity's relations, by type, then reference.
 *
 * @param total how many the question fits in all
 */
public record RelationPage(
    String ref,
    long total,
    List<Related> relations,
    @Nullable String endCursor,
    boolean hasNextPage) {

  /**
   * A relation, seen from the entity that was asked about.
   *
   * @param type the inverse's name where the relation comes in
   * @param ref the other end
   * @param dangling whether nothing exists at the other end
   * @param attributes what its source says of it, and what its target adds
   */
  public record Related(
      String type,
      String ref,
      RelationQuestion.Direction direction,
      boolean dangling,
      Map<String, @Nullable Object> attributes) {}
}
