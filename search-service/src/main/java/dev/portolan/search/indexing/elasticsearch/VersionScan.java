package dev.portolan.search.indexing.elasticsearch;

import static dev.portolan.search.indexing.elasticsearch.Failures.reaching;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.portolan.search.indexing.HeldVersions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the references and versions of all documents, page by page, at one point in time. */
final class VersionScan implements HeldVersions {
  /** As many hits as Elasticsearch gives at once. */
  private static final int PAGE = 10_000;

  private static final Time BETWEEN_PAGES = Time.of(time -> time.time("1m"));

  private final ElasticsearchClient elasticsearch;
  private final String index;

  /** Of the index under that alias. */
  VersionScan(ElasticsearchClient elasticsearch, String index) {
    this.elasticsearch = elasticsearch;
    this.index = index;
  }

  @Override
  public Map<String, Long> versions() {
    reaching(() -> elasticsearch.indices().refresh(refresh -> refresh.index(index)));
    String point =
        reaching(
                () ->
                    elasticsearch.openPointInTime(
                        open -> open.index(index).keepAlive(BETWEEN_PAGES)))
            .id();
    try {
      return versions(point);
    } finally {
      reaching(() -> elasticsearch.closePointInTime(close -> close.id(point)));
    }
  }

  private Map<String, Long> versions(String point) {
    Map<String, Long> held = new HashMap<>();
    List<Hit<Void>> page = page(point, List.of());
    while (!page.isEmpty()) {
      for (Hit<Void> hit : page) {
        held.put(
            Objects.requireNonNull(hit.id(), "hit's id"),
            Objects.requireNonNull(hit.version(), "hit's version"));
      }
      page = page(point, page.getLast().sort());
    }
    return held;
  }

  private List<Hit<Void>> page(String point, List<FieldValue> after) {
    SearchRequest.Builder request =
        new SearchRequest.Builder()
            .pit(pit -> pit.id(point).keepAlive(BETWEEN_PAGES))
            .size(PAGE)
            .version(true)
            .source(source -> source.fetch(false))
            .trackTotalHits(total -> total.enabled(false))
            .sort(sort -> sort.field(field -> field.field("_shard_doc")));
    if (!after.isEmpty()) {
      request.searchAfter(after);
    }
    return reaching(() -> elasticsearch.search(request.build(), Void.class)).hits().hits();
  }
}
