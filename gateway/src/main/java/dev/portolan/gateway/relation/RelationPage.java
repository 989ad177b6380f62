package dev.portolan.gateway.relation;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.paging.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of an entity's relations. */
public record RelationPage(
    EntityRef ref,
    int total,
    List<RelationView> relations,
    @Nullable String endCursor,
    boolean hasNextPage) {

  public Slice<RelationView> slice() {
    return new Slice<>(total, relations, endCursor, hasNextPage);
  }
}
