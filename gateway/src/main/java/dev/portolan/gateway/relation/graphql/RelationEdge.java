package dev.portolan.gateway.relation.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.paging.Edge;
import dev.portolan.gateway.relation.RelationDirection;
import dev.portolan.gateway.relation.RelationView;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A relation in a list; the entity at its other end is fetched when it is asked for. */
record RelationEdge(
    String cursor,
    String type,
    RelationDirection direction,
    EntityRef ref,
    boolean dangling,
    Map<String, @Nullable Object> attributes) {

  static RelationEdge of(Edge<RelationView> edge) {
    RelationView relation = edge.node();
    return new RelationEdge(
        edge.cursor(),
        relation.type(),
        relation.direction(),
        relation.ref(),
        relation.dangling(),
        relation.attributes());
  }
}
