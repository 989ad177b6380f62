package dev.portolan.ingestion.adapter.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server is asked for one answer. */
sealed interface Call {

  /** Who is asked. */
  URI url();

  /** The same with this value of a parameter, in the place of any that it had. */
  Call with(String parameter, JsonNode value);

  /** The request, as yet without headers that all have. */
  HttpRequest.Builder request();

  /** An address is read; parameters are in its query. */
  record Get(URI url) implements Call {
    @Override
    public Get with(String parameter, JsonNode value) {
      return new Get(Urls.with(url, parameter, value.asString()));
    }

    @Override
    public HttpRequest.Builder request() {
      return HttpRequest.newBuilder(url).GET();
    }
  }

  /**
   * A query of GraphQL is posted; parameters are its variables.
   *
   * @param text of the query
   */
  record Query(URI url, String text, Map<String, JsonNode> variables) implements Call {
    /** A query that changes nothing by itself: other operations have another word before them. */
    static boolean isQuery(String text) {
      return text.startsWith("{") || text.matches("(?s)query\\b.*");
    }

    @Override
    public Query with(String parameter, JsonNode value) {
      Map<String, JsonNode> more = new TreeMap<>(variables);
      more.put(parameter, value);
      return new Query(url, text, more);
    }

    @Override
    public HttpRequest.Builder request() {
      String body =
          JsonMapper.shared().writeValueAsString(Map.of("query", text, "variables", variables));
      return HttpRequest.newBuilder(url)
          .header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString(body));
    }
  }
}
