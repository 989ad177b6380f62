package dev.portolan.gateway.impact;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.RefVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which impact, and which page of its entities.
 *
 * @param rollUps what to count by, and how many keys of each to name
 * @param owners how many owners to name with their people
 * @param asOf of which moment; null for now
 */
public record ImpactQuestion(
    EntityRef ref,
    Direction direction,
    @Nullable Integer maxDepth,
    @Nullable List<String> relationTypes,
    @Nullable ImpactFilter filter,
    Map<RollUp, Integer> rollUps,
    int owners,
    @Nullable Instant asOf,
    List<RefVersion> minVersion,
    int first,
    @Nullable String after) {

  /** Which way an impact is followed. */
  public enum Direction {
    DEPENDENTS,
    DEPENDENCIES
  }

  /** Nothing but the page: what else there is was answered with the first. */
  public ImpactQuestion entitiesOnly() {
    return new ImpactQuestion(
        ref,
        direction,
        maxDepth,
        relationTypes,
        filter,
        Map.of(),
        0,
        asOf,
        minVersion,
        first,
        after);
  }

  /** The same impact, and another page of its entities. */
  public ImpactQuestion page(int first, @Nullable String after) {
    return new ImpactQuestion(
        ref,
        direction,
        maxDepth,
        relationTypes,
        filter,
        rollUps,
        owners,
        asOf,
        minVersion,
        first,
        after);
  }
}
