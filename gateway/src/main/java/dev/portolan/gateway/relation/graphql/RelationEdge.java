package dev.portolan.gateway.relation.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.paging.Edge;
import dev.portolan.gateway.relation.RelationDirection;
import dev.portolan.gateway.relation.RelationView;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A relation in a list; the entity at its other end is fetched when it is asked for.
 *
 * @param asOf the moment that the relation is of; null for now
 */
record RelationEdge(
    String cursor,
    String type,
    RelationDirection direction,
    EntityRef ref,
    boolean dangling,
    Map<String, @Nullable Object> attributes,
    @Nullable Instant asOf) {

  static RelationEdge of(Edge<RelationView> edge, @Nullable Instant asOf) {
    RelationView relation = edge.node();
    return new RelationEdge(
        edge.cursor(),
        relation.type(),
        relation.direction(),
        relation.ref(),
        relation.dangling(),
        relation.attributes(),
        asOf);
  }
}
