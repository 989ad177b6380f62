package dev.portolan.gateway.relation.graphql;

import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageInfo;
import dev.portolan.gateway.relation.RelationView;
import java.util.List;

/** A page of relations, whose edges say what the relations are. */
record RelationConnection(int totalCount, List<RelationEdge> edges, PageInfo pageInfo) {

  static RelationConnection of(Connection<RelationView> page) {
    return new RelationConnection(
        page.totalCount(), page.edges().stream().map(RelationEdge::of).toList(), page.pageInfo());
  }
}
