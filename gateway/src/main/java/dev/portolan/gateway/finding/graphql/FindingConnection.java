package dev.portolan.gateway.finding.graphql;

import dev.portolan.gateway.finding.Finding;
import dev.portolan.gateway.finding.FindingAnswer;
import dev.portolan.gateway.finding.FindingKind;
import dev.portolan.gateway.impact.LogPosition;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.Edge;
import dev.portolan.gateway.paging.PageInfo;
import dev.portolan.gateway.paging.PageRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of findings, which also says whether they are all. */
record FindingConnection(
    int totalCount,
    boolean complete,
    @Nullable String incompleteReason,
    List<Edge<Finding>> edges,
    PageInfo pageInfo,
    List<LogPosition> position) {

  static FindingConnection of(FindingKind kind, PageRequest page, FindingAnswer answer) {
    Connection<Finding> connection = Connection.of(page, answer.slice(kind));
    return new FindingConnection(
        connection.totalCount(),
        answer.complete(),
        answer.incompleteReason(),
        connection.edges(),
        connection.pageInfo(),
        LogPosition.all(answer.position()));
  }

  public List<Finding> nodes() {
    return edges.stream().map(Edge::node).toList();
  }
}
