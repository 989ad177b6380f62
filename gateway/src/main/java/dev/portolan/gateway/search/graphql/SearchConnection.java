package dev.portolan.gateway.search.graphql;

import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.Edge;
import dev.portolan.gateway.paging.PageInfo;
import dev.portolan.gateway.search.SearchAnswer.Facet;
import dev.portolan.gateway.search.SearchAnswer.Hit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of hits, with the facets of all. */
record SearchConnection(Connection<Hit> page, List<Facet> facets, @Nullable String didYouMean) {

  public int totalCount() {
    return page.totalCount();
  }

  public List<Edge<Hit>> edges() {
    return page.edges();
  }

  public List<Hit> nodes() {
    return page.nodes();
  }

  public PageInfo pageInfo() {
    return page.pageInfo();
  }
}
