package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.portolan.search.query.Cursor;
import dev.portolan.search.query.Cursor.Listed;
import dev.portolan.search.query.Cursor.Ranked;
import dev.portolan.search.query.FilterField;
import dev.portolan.search.query.SearchRequest;
import dev.portolan.search.query.SearchText;
import java.util.List;

/** Turns a search into Elasticsearch's. */
final class EntityQuery {
  /** Past it Elasticsearch answers what it has, and says so. */
  static final String PATIENCE = "1500ms";

  private EntityQuery() {}

  /**
   * Elasticsearch's form of a search. It asks for one hit more than wanted, to know whether there
   * is a next page, and for the documents where there is something to highlight.
   *
   * @param tolerant whether misspelt words match too
   */
  static co.elastic.clients.elasticsearch.core.SearchRequest of(
      String index, SearchRequest search, boolean tolerant) {
    SearchText text = search.text();
    return co.elastic.clients.elasticsearch.core.SearchRequest.of(
        request -> {
          request
              .index(index)
              .query(narrowed(search, tolerant))
              .aggregations(Facets.of(search.filter()))
              .sort(order(text))
              .size(search.first() + 1)
              .trackTotalHits(total -> total.enabled(true))
              .timeout(PATIENCE)
              .source(source -> source.fetch(!text.isEmpty()));
          Query facets = Filters.of(search.filter(), FilterField::isFacet);
          if (!facets.isMatchAll()) {
            request.postFilter(facets);
          }
          if (search.after() != null) {
            request.searchAfter(place(search.after()));
          }
          return request;
        });
  }

  /** A filter that is no facet narrows the counts too; the others come after the counting. */
  private static Query narrowed(SearchRequest search, boolean tolerant) {
    Query matching = matching(search.text(), tolerant);
    Query rest = Filters.of(search.filter(), field -> !field.isFacet());
    return rest.isMatchAll() ? matching : Query.of(q -> q.bool(b -> b.must(matching).filter(rest)));
  }

  private static Query matching(SearchText text, boolean tolerant) {
    if (text.isEmpty()) {
      return Query.of(q -> q.matchAll(m -> m));
    }
    return text.words().isEmpty() ? Query.of(q -> q.matchNone(m -> m)) : Ranking.of(text, tolerant);
  }

  private static List<SortOptions> order(SearchText text) {
    SortOptions byRef = ascending("ref");
    return text.isEmpty()
        ? List.of(ascending("name.whole"), byRef)
        : List.of(
            SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc))),
            ascending("nameLength"),
            byRef);
  }

  private static SortOptions ascending(String field) {
    return SortOptions.of(s -> s.field(f -> f.field(field).order(SortOrder.Asc)));
  }

  private static List<FieldValue> place(Cursor cursor) {
    return switch (cursor) {
      case Ranked(boolean _, double score, int length, String ref) ->
          List.of(FieldValue.of(score), FieldValue.of(length), FieldValue.of(ref));
      case Listed(String name, String ref) -> List.of(FieldValue.of(name), FieldValue.of(ref));
    };
  }

  /** The place of a hit, from the values that Elasticsearch ordered it by. */
  static Cursor cursor(SearchText text, boolean tolerant, List<FieldValue> order) {
    return text.isEmpty()
        ? new Listed(order.get(0).stringValue(), order.get(1).stringValue())
        : new Ranked(
            tolerant, score(order), (int) order.get(1).longValue(), order.get(2).stringValue());
  }

  /** The first value of the order is the score. */
  static double score(List<FieldValue> order) {
    FieldValue first = order.getFirst();
    return first.isLong() ? first.longValue() : first.doubleValue();
  }
}
