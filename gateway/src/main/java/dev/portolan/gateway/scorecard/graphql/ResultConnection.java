package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.Edge;
import dev.portolan.gateway.paging.PageInfo;
import dev.portolan.gateway.scorecard.LevelCount;
import dev.portolan.gateway.scorecard.ResultView;
import java.util.List;

/** A page of results, with the counts of all. */
record ResultConnection(Connection<ResultView> page, List<LevelCount> levels) {

  public int totalCount() {
    return page.totalCount();
  }

  public List<Edge<ResultView>> edges() {
    return page.edges();
  }

  public List<ResultView> nodes() {
    return page.nodes();
  }

  public PageInfo pageInfo() {
    return page.pageInfo();
  }
}
