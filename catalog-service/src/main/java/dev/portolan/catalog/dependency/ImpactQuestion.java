package dev.portolan.catalog.dependency;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to find out.
 *
 * @param roots where trouble begins; none of them is in the answer
 * @param maxDepth how many steps to go at most; null for as far as it goes
 * @param relationTypes which relations to follow; null for those along which trouble travels
 * @param filter what is counted and named of that which is reached
 * @param rollUps what to count by, and how many keys of each to name
 * @param owners how many owners to name with their people
 * @param first how many entities to name
 * @param after a cursor of an earlier page; null for the first
 */
public record ImpactQuestion(
    List<String> roots,
    Direction direction,
    @Nullable Integer maxDepth,
    @Nullable List<String> relationTypes,
    ImpactFilter filter,
    Map<RollUp, Integer> rollUps,
    int owners,
    int first,
    @Nullable String after) {

  /** The name of the list of entities, which a cursor of it carries. */
  String list() {
    String where = roots.size() == 1 ? roots.getFirst() : roots.size() + " " + roots.hashCode();
    return "impact " + where + " " + direction;
  }
}
