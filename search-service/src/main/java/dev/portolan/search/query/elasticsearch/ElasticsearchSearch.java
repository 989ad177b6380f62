package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch.core.msearch.MultiSearchItem;
import dev.portolan.search.indexing.SearchDocument;
import dev.portolan.search.query.Correction;
import dev.portolan.search.query.Cursor.Ranked;
import dev.portolan.search.query.Explanation;
import dev.portolan.search.query.Highlighter;
import dev.portolan.search.query.Neighbours;
import dev.portolan.search.query.Order;
import dev.portolan.search.query.Preference;
import dev.portolan.search.query.SearchRequest;
import dev.portolan.search.query.SearchResult;
import dev.portolan.search.query.SearchResult.Hit;
import dev.portolan.search.query.SearchUnavailableException;
import dev.portolan.search.query.Synonyms;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Searches the index. */
public final class ElasticsearchSearch {
  /** Who finds fewer than this has perhaps misspelt a word. */
  static final int FEW = 5;

  private final Reading reading;
  private final VersionWait wait;
  private final String index;
  private final Synonyms synonyms;
  private final Neighbourhood neighbourhood;
  private final RememberedNeighbours neighbours;
  private final List<Preference> preferences;

  ElasticsearchSearch(
      Reading reading,
      VersionWait wait,
      String index,
      Synonyms synonyms,
      Neighbourhood neighbourhood,
      List<Preference> preferences) {
    this.reading = reading;
    this.wait = wait;
    this.index = index;
    this.synonyms = synonyms;
    this.neighbourhood = neighbourhood;
    this.neighbours = new RememberedNeighbours(neighbourhood::ofAll, System::nanoTime);
    this.preferences = preferences;
  }

  /**
   * Searches as the words were typed and, where that finds but a few, once more with tolerance for
   * misspellings. Which of the two it was, the cursor keeps, so that all pages are of one search.
   *
   * @throws SearchUnavailableException when Elasticsearch is away
   */
  public SearchResult search(SearchRequest asked) {
    SearchRequest search = asked.with(synonyms);
    boolean stale = !wait.until(search.minVersions());
    Neighbours around = neighbours(search);
    if (search.after() instanceof Ranked place) {
      return run(search, around, place.tolerant(), stale);
    }
    SearchResult result = run(search, around, false, stale);
    boolean isWorthAnotherTry =
        search.after() == null && result.total() < FEW && !search.text().words().isEmpty();
    return isWorthAnotherTry ? run(search, around, true, stale) : result;
  }

  /**
   * How many entities can be found.
   *
   * @throws SearchUnavailableException when Elasticsearch is away
   */
  public long count() {
    return reading.ask(elasticsearch -> elasticsearch.count(c -> c.index(index)).count());
  }

  /** Without words nothing matches better than the rest, and nobody's neighbours matter. */
  private Neighbours neighbours(SearchRequest search) {
    if (search.text().isEmpty()) {
      return Neighbours.NONE;
    }
    Neighbours all = neighbours.get();
    List<Preference> preferred = new ArrayList<>(preferences);
    preferred.addAll(all.preferences());
    if (search.viewer() != null) {
      preferred.addAll(neighbourhood.of(search.viewer()));
    }
    return new Neighbours(all.owners(), preferred);
  }

  private SearchResult run(
      SearchRequest search, Neighbours neighbours, boolean tolerant, boolean stale) {
    List<MultiSearchItem<SearchDocument>> answers =
        reading.askAll(EntityQuery.of(index, search, neighbours, tolerant), SearchDocument.class);
    List<co.elastic.clients.elasticsearch.core.search.Hit<SearchDocument>> found =
        answers.getFirst().hits().hits();
    MultiSearchItem<SearchDocument> counts = answers.getLast();
    Highlighter highlighter = new Highlighter(search.text(), tolerant);
    boolean hasNextPage = found.size() > search.first();
    var page = hasNextPage ? found.subList(0, search.first()) : found;
    return new SearchResult(
        Facets.total(counts),
        page.stream().map(hit -> hit(search, hit, highlighter)).toList(),
        Facets.read(counts.aggregations()),
        page.isEmpty()
            ? null
            : EntityQuery.cursor(search.order(), tolerant, page.getLast().sort()).encoded(),
        hasNextPage,
        tolerant ? correction(search, page) : null,
        stale,
        answers.stream().anyMatch(ElasticsearchSearch::isPartial));
  }

  private static boolean isPartial(MultiSearchItem<?> answer) {
    return answer.timedOut() || answer.shards().failed().intValue() > 0;
  }

  private static Hit hit(
      SearchRequest search,
      co.elastic.clients.elasticsearch.core.search.Hit<SearchDocument> hit,
      Highlighter highlighter) {
    SearchDocument document = hit.source();
    return new Hit(
        String.valueOf(hit.id()),
        search.order() == Order.RELEVANCE ? EntityQuery.score(hit.sort()) : 0,
        document == null ? List.of() : highlighter.of(document),
        Explanation.thatCount(
                hit.matchedQueries().keySet().stream().map(Explanation::decode).toList())
            .stream()
            .map(reason -> "%s: %s".formatted(points(reason.points()), reason.why()))
            .toList());
  }

  private static String points(double points) {
    return points == Math.rint(points)
        ? Long.toString((long) points)
        : Float.toString((float) points);
  }

  private static @Nullable String correction(
      SearchRequest search,
      List<co.elastic.clients.elasticsearch.core.search.Hit<SearchDocument>> page) {
    return Correction.of(
        search.text(), page.stream().map(hit -> hit.source()).filter(Objects::nonNull).toList());
  }
}
