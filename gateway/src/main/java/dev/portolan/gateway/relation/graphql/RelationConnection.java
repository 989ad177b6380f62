package dev.portolan.gateway.relation.graphql;

import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageInfo;
import dev.portolan.gateway.relation.RelationView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of relations, whose edges say what the relations are. */
record RelationConnection(int totalCount, List<RelationEdge> edges, PageInfo pageInfo) {

  static RelationConnection of(Connection<RelationView> page, @Nullable Instant asOf) {
    return new RelationConnection(
        page.totalCount(),
        page.edges().stream().map(edge -> RelationEdge.of(edge, asOf)).toList(),
        page.pageInfo());
  }
}
