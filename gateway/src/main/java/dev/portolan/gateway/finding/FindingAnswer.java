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
    List<Finding> findings,
    @Nullable String endCursor,
    boolean hasNextPage,
    Map<String, Long> position) {

  /** Something that was found, the entity it is about, and the others that belong to it. */
  public record Finding(EntityRef ref, double weight, List<EntityRef> related) {}

  public Slice<Finding> slice() {
    return new Slice<>(total, findings, endCursor, hasNextPage);
  }
}
