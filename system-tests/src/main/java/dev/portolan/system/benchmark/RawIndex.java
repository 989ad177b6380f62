package dev.portolan.system.benchmark;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
import dev.portolan.system.platform.Platform;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The same Elasticsearch without Portolan. */
record RawIndex(Platform platform) {
  private static final int BATCH = 1_000;
  private static final String INDEX = "/raw";

  /**
   * Writes the documents of the live index to another one of the same definition, in bulk requests
   * that are ready before the clock starts.
   *
   * @return documents per second, until all are found
   */
  double documentsPerSecond() {
    List<byte[]> requests = requests();
    create();
    long begun = System.nanoTime();
    for (byte[] request : requests) {
      JsonNode answer = orFail(Http.post(uri(INDEX + "/_bulk"), "application/x-ndjson", request));
      if (answer.path("errors").asBoolean(true)) {
        throw new IllegalStateException("A raw bulk request was refused");
      }
    }
    orFail(Http.post(uri(INDEX + "/_refresh"), "application/json", ""));
    double seconds = (System.nanoTime() - begun) / 1e9;
    int documents = orFail(Http.get(uri(INDEX + "/_count"))).path("count").asInt();
    Http.delete(uri(INDEX));
    return documents / seconds;
  }

  /** One query for the same words, with the counts by kind and owner and the highlights. */
  JsonNode search(String text) {
    String body =
        """
        {"size": 25, "track_total_hits": true,
         "query": {"multi_match": {"query": "%s", "fields": ["name^10", "title^4", "description", "spec"]}},
         "highlight": {"fields": {"name": {}, "title": {}, "description": {}}},
         "aggs": {"kind": {"terms": {"field": "kind"}}, "owner": {"terms": {"field": "owner"}}}}"""
            .formatted(text);
    return orFail(Http.post(uri("/portolan-entities/_search"), "application/json", body));
  }

  private void create() {
    JsonNode live = orFail(Http.get(uri("/portolan-entities"))).values().iterator().next();
    ObjectNode definition = JsonMapper.shared().createObjectNode();
    definition.set("mappings", live.path("mappings"));
    definition.putObject("settings").set("analysis", live.at("/settings/index/analysis"));
    definition.withObject("/settings").put("number_of_replicas", 0);
    orFail(Http.put(uri(INDEX), "application/json", definition.toString()));
  }

  private List<byte[]> requests() {
    List<byte[]> requests = new ArrayList<>();
    String after = "";
    while (true) {
      String body = "{\"size\":%d,\"sort\":[{\"ref\":\"asc\"}]%s}".formatted(BATCH, after);
      JsonNode hits =
          orFail(Http.post(uri("/portolan-entities/_search"), "application/json", body))
              .at("/hits/hits");
      if (hits.isEmpty()) {
        return requests;
      }
      StringBuilder lines = new StringBuilder();
      for (JsonNode hit : hits) {
        ObjectNode action = JsonMapper.shared().createObjectNode();
        action
            .putObject("index")
            .put("_id", hit.path("_id").asString())
            .put("version", hit.at("/_source/version").asLong())
            .put("version_type", "external");
        lines.append(action).append('\n').append(hit.path("_source")).append('\n');
        after = ",\"search_after\":" + hit.path("sort");
      }
      requests.add(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private URI uri(String path) {
    return platform.http(Part.ELASTICSEARCH).resolve(path);
  }

  private static JsonNode orFail(Http.Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException("Elasticsearch answered " + answer);
    }
    return answer.json();
  }
}
