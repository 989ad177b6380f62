package dev.portolan.gateway.ownership;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.impact.ImpactFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Of which group, and which page of what it owns.
 *
 * @param asOf of which moment; null for now
 */
public record OwnershipQuestion(
    EntityRef ref,
    @Nullable ImpactFilter filter,
    int first,
    @Nullable String after,
    @Nullable Instant asOf) {

  /** The same group, and another page. */
  public OwnershipQuestion page(int first, @Nullable String after) {
    return new OwnershipQuestion(ref, filter, first, after, asOf);
  }
}
