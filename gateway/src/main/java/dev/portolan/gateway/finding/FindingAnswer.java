package dev.portolan.gateway.finding;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.paging.Slice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of findings.
 *
 * @param complete false when some may be missing, for the reason given
 * @param position for each partition of the topic, by its name, the offset of what comes next
 */
public record FindingAnswer(
    int total,
    boolean complete,
    @Nullable String incompleteReason,
    List<Found> findings,
    @Nullable String endCursor,
    boolean hasNextPage,
    Map<String, Long> position) {

  /** A finding whose kind the question says. */
  public record Found(EntityRef ref, double weight, List<EntityRef> related) {
    private Finding of(FindingKind kind) {
      return new Finding(kind, ref, weight, related);
    }
  }

  /** The findings with their kind. */
  public Slice<Finding> slice(FindingKind kind) {
    return new Slice<>(
        total, findings.stream().map(found -> found.of(kind)).toList(), endCursor, hasNextPage);
  }
}
