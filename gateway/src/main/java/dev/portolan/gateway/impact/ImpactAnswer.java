package dev.portolan.gateway.impact;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.paging.Slice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an entity's trouble reaches, with one page of the entities.
 *
 * @param total how many entities, the root not counted
 * @param complete false when something was left out, for the reason given
 * @param by the roll-ups that were asked for
 * @param position for each partition of the topic, by its name, the offset of what comes next
 * @param stale true when it is older than the versions that were asked for
 */
public record ImpactAnswer(
    EntityRef root,
    int total,
    boolean complete,
    @Nullable String incompleteReason,
    int maxDepthReached,
    List<DepthCount> byDepth,
    Map<RollUp, RolledUp.Counts> by,
    List<AffectedOwner> owners,
    List<Impacted> entities,
    @Nullable String endCursor,
    boolean hasNextPage,
    Map<String, Long> position,
    boolean stale) {

  /** How many entities there are at a depth. */
  public record DepthCount(int depth, int count) {}

  /**
   * Whom to tell: an owner, how much of what is reached is his, and the first people behind him.
   */
  public record AffectedOwner(EntityRef ref, int count, List<EntityRef> people, int peopleTotal) {}

  /** An entity that is reached, and one shortest path to it, the root first. */
  public record Impacted(EntityRef ref, int depth, List<EntityRef> path) {}

  public Slice<Impacted> slice() {
    return new Slice<>(total, entities, endCursor, hasNextPage);
  }
}
