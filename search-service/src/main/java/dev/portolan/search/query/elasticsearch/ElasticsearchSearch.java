package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.HitsMetadata;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import dev.portolan.search.indexing.SearchDocument;
import dev.portolan.search.query.Cursor.Ranked;
import dev.portolan.search.query.Highlighter;
import dev.portolan.search.query.SearchRequest;
import dev.portolan.search.query.SearchResult;
import dev.portolan.search.query.SearchResult.Hit;
import dev.portolan.search.query.SearchUnavailableException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Searches the index. */
public final class ElasticsearchSearch {
  /** Who finds fewer than this has perhaps misspelt a word. */
  static final int FEW = 5;

  private final Reading reading;
  private final VersionWait wait;
  private final String index;

  ElasticsearchSearch(Reading reading, VersionWait wait, String index) {
    this.reading = reading;
    this.wait = wait;
    this.index = index;
  }

  /**
   * Searches as the words were typed and, where that finds but a few, once more with tolerance for
   * misspellings. Which of the two it was, the cursor keeps, so that all pages are of one search.
   *
   * @throws SearchUnavailableException when Elasticsearch is away
   */
  public SearchResult search(SearchRequest search) {
    boolean stale = !wait.until(search.minVersions());
    if (search.after() instanceof Ranked place) {
      return run(search, place.tolerant(), stale);
    }
    SearchResult result = run(search, false, stale);
    boolean isWorthAnotherTry =
        search.after() == null && result.total() < FEW && !search.text().words().isEmpty();
    return isWorthAnotherTry ? run(search, true, stale) : result;
  }

  /**
   * How many entities can be found.
   *
   * @throws SearchUnavailableException when Elasticsearch is away
   */
  public long count() {
    return reading.ask(elasticsearch -> elasticsearch.count(c -> c.index(index)).count());
  }

  private SearchResult run(SearchRequest search, boolean tolerant, boolean stale) {
    SearchResponse<SearchDocument> answer =
        reading.ask(
            elasticsearch ->
                elasticsearch.search(
                    EntityQuery.of(index, search, tolerant), SearchDocument.class));
    HitsMetadata<SearchDocument> found = answer.hits();
    Highlighter highlighter = new Highlighter(search.text(), tolerant);
    boolean hasNextPage = found.hits().size() > search.first();
    List<co.elastic.clients.elasticsearch.core.search.Hit<SearchDocument>> page =
        hasNextPage ? found.hits().subList(0, search.first()) : found.hits();
    return new SearchResult(
        total(found.total()),
        page.stream().map(hit -> hit(search, hit, highlighter)).toList(),
        Facets.read(answer.aggregations()),
        page.isEmpty()
            ? null
            : EntityQuery.cursor(search.text(), tolerant, page.getLast().sort()).encoded(),
        hasNextPage,
        stale,
        answer.timedOut() || answer.shards().failed().intValue() > 0);
  }

  private static Hit hit(
      SearchRequest search,
      co.elastic.clients.elasticsearch.core.search.Hit<SearchDocument> hit,
      Highlighter highlighter) {
    SearchDocument document = hit.source();
    return new Hit(
        String.valueOf(hit.id()),
        search.text().isEmpty() ? 0 : EntityQuery.score(hit.sort()),
        document == null ? List.of() : highlighter.of(document));
  }

  private static long total(@Nullable TotalHits total) {
    return total == null ? 0 : total.value();
  }
}
