package dev.portolan.search.query.dependency;

import dev.portolan.search.query.ConditionUnresolvedException;
import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.SearchRequest;
import dev.portolan.search.query.language.Condition.Among;
import dev.portolan.search.query.language.Condition.Depends;
import dev.portolan.search.query.language.Condition.Direction;
import dev.portolan.search.query.language.Condition.Other;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts in place of a condition on dependencies the entities for which it holds. */
public final class Dependencies {
  private final DependencyGraph graph;

  public Dependencies(DependencyGraph graph) {
    this.graph = graph;
  }

  /**
   * The same search without such conditions.
   *
   * @throws InvalidSearchException when one names an entity that does not exist
   * @throws ConditionUnresolvedException when nobody says what depends on what
   */
  public SearchRequest resolve(SearchRequest search) {
    return search.replacing(
        condition ->
            condition instanceof Depends(Direction direction, List<Other> others)
                ? among(direction, others)
                : condition);
  }

  private Among among(Direction direction, List<Other> others) {
    Set<String> all = new HashSet<>();
    for (Other other : others) {
      Set<String> found = graph.from(other.ref(), direction);
      if (found == null) {
        throw new InvalidSearchException(
            "text",
            "At character %d: there is no %s. Write its whole reference if it is of another kind."
                .formatted(other.at() + 1, other.ref()),
            other.at());
      }
      all.addAll(found);
    }
    return new Among(all);
  }
}
