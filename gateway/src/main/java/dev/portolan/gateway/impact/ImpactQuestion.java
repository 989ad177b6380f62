package dev.portolan.gateway.impact;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.RefVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which impact, and which page of its entities.
 *
 * @param owners how many owners to name with their people
 * @param asOf of which moment; null for now
 */
public record ImpactQuestion(
    EntityRef ref,
    Direction direction,
    @Nullable Integer maxDepth,
    @Nullable List<String> relationTypes,
    @Nullable ImpactFilter filter,
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

  /** The same impact, and another page of its entities. */
  public ImpactQuestion page(int first, @Nullable String after) {
    return new ImpactQuestion(
        ref, direction, maxDepth, relationTypes, filter, owners, asOf, minVersion, first, after);
  }
}
