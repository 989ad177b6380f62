package dev.portolan.gateway.whatif;

import dev.portolan.gateway.impact.ImpactAnswer.AffectedOwner;
import dev.portolan.gateway.impact.ImpactAnswer.DepthCount;
import dev.portolan.gateway.impact.ImpactAnswer.Impacted;
import dev.portolan.gateway.impact.RollUp;
import dev.portolan.gateway.impact.RolledUp;
import dev.portolan.gateway.paging.Slice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changes would reach, with one page of the entities: an impact that has many roots.
 *
 * @param complete false when something was left out, for the reason given
 * @param by the roll-ups that were asked for
 * @param position for each partition of the topic, by its name, the offset of what comes next
 */
public record ReachedAnswer(
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
    Map<String, Long> position) {

  /** The answer when nothing would change. */
  static final ReachedAnswer NOTHING =
      new ReachedAnswer(
          0, true, null, 0, List.of(), Map.of(), List.of(), List.of(), null, false, Map.of());

  public Slice<Impacted> slice() {
    return new Slice<>(total, entities, endCursor, hasNextPage);
  }
}
