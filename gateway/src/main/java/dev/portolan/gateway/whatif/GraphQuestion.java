package dev.portolan.gateway.whatif;

import dev.portolan.gateway.impact.ImpactFilter;
import dev.portolan.gateway.impact.RollUp;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the graph would show if entities had these states, with which page of the impact.
 *
 * @param rollUps what to count by, and how many keys of each to name
 * @param owners how many owners to name with their people
 */
public record GraphQuestion(
    List<DryRun.State> changes,
    @Nullable ImpactFilter filter,
    Map<RollUp, Integer> rollUps,
    int owners,
    int first,
    @Nullable String after) {

  /** Nothing but the page: what else there is was answered with the first. */
  public GraphQuestion entitiesOnly() {
    return new GraphQuestion(changes, filter, Map.of(), 0, first, after);
  }

  /** The same, with another page of the impact. */
  public GraphQuestion page(int first, @Nullable String after) {
    return new GraphQuestion(changes, filter, rollUps, owners, first, after);
  }
}
