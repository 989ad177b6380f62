package dev.portolan.gateway.ownership;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.impact.RolledUp.KeyCount;
import dev.portolan.gateway.paging.Slice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a group and all groups below it own, with one page of the entities.
 *
 * @param groups the groups, the one that was asked about first
 * @param people the first of the members of any of them
 * @param position for each partition of the topic, by its name, the offset of what comes next
 */
public record OwnershipAnswer(
    EntityRef ref,
    int total,
    List<KeyCount> byKind,
    List<KeyCount> byOwner,
    List<EntityRef> groups,
    List<EntityRef> people,
    int peopleTotal,
    List<Owned> entities,
    @Nullable String endCursor,
    boolean hasNextPage,
    Map<String, Long> position) {

  /** An entity and which of the groups owns it. */
  public record Owned(EntityRef ref, EntityRef owner) {}

  public Slice<Owned> slice() {
    return new Slice<>(total, entities, endCursor, hasNextPage);
  }
}
