package dev.portolan.gateway.whatif;

import dev.portolan.gateway.impact.ImpactFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the graph would show if entities had these states, with which page of the impact.
 *
 * @param owners how many owners to name with their people
 */
public record GraphQuestion(
    List<DryRun.State> changes,
    @Nullable ImpactFilter filter,
    int owners,
    int first,
    @Nullable String after) {

  /** The same, with another page of the impact. */
  public GraphQuestion page(int first, @Nullable String after) {
    return new GraphQuestion(changes, filter, owners, first, after);
  }
}
