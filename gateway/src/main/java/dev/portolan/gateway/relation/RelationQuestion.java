package dev.portolan.gateway.relation;

import dev.portolan.events.EntityRef;
import org.jspecify.annotations.Nullable;

/** Which page of which relations of an entity. */
public record RelationQuestion(
    EntityRef ref,
    @Nullable String type,
    RelationDirection direction,
    int first,
    @Nullable String after) {}
