package dev.portolan.stack.elasticsearch.rest;

import static org.elasticsearch.rest.RestRequest.Method.POST;

import java.io.IOException;
import java.util.List;
import org.elasticsearch.action.search.SearchRequest;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.index.query.MatchAllQueryBuilder;
import org.elasticsearch.index.query.QueryBuilder;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.search.builder.SearchSourceBuilder;
import org.elasticsearch.xcontent.XContentParser;

/** {@code POST /index/_delete_by_query}, answered when it is done. */
final class DeleteByQueryEndpoint extends BaseRestHandler {
  @Override
  public String getName() {
    return "portolan_delete_by_query";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(POST, "/{index}/_delete_by_query"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client)
      throws IOException {
    boolean refresh = request.paramAsBoolean("refresh", false);
    boolean proceed = "proceed".equals(request.param("conflicts"));
    // Settings of the full server that change how it works, not what it does.
    List.of("slices", "scroll_size", "timeout", "wait_for_completion").forEach(request::param);
    SearchRequest search =
        new SearchRequest(request.paramAsStringArray("index", new String[0]))
            .source(new SearchSourceBuilder().query(query(request)));
    return channel ->
        client
            .threadPool()
            .generic()
            .execute(new DeleteByQuery(client, channel, search, refresh, proceed));
  }

  private static QueryBuilder query(RestRequest request) throws IOException {
    if (!request.hasContent()) {
      throw new IllegalArgumentException("query is missing");
    }
    try (XContentParser parser = request.contentParser()) {
      QueryBuilder query =
          new SearchSourceBuilder().parseXContent(parser, true, feature -> true).query();
      return query == null ? new MatchAllQueryBuilder() : query;
    }
  }
}
