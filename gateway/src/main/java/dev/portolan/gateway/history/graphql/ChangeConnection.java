package dev.portolan.gateway.history.graphql;

import dev.portolan.gateway.change.EntityChange;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.Edge;
import dev.portolan.gateway.paging.PageInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of changes, which also says whether those of every entity that is meant are among them.
 */
record ChangeConnection(
    Connection<EntityChange> page, boolean complete, @Nullable String incompleteReason) {

  static ChangeConnection whole(Connection<EntityChange> page) {
    return new ChangeConnection(page, true, null);
  }

  public int totalCount() {
    return page.totalCount();
  }

  public List<Edge<EntityChange>> edges() {
    return page.edges();
  }

  public List<EntityChange> nodes() {
    return page.nodes();
  }

  public PageInfo pageInfo() {
    return page.pageInfo();
  }
}
