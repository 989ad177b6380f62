package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.mapping.FieldType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.MsearchRequest;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import co.elastic.clients.elasticsearch.core.search.SearchRequestBody;
import dev.portolan.search.query.Cursor;
import dev.portolan.search.query.Cursor.Listed;
import dev.portolan.search.query.Cursor.Ranked;
import dev.portolan.search.query.Cursor.Updated;
import dev.portolan.search.query.FilterField;
import dev.portolan.search.query.Neighbours;
import dev.portolan.search.query.Order;
import dev.portolan.search.query.SearchRequest;
import dev.portolan.search.query.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Turns a search into Elasticsearch's. */
final class EntityQuery {
  /** Past it Elasticsearch answers what it has, and says so. */
  static final String PATIENCE = "1500ms";

  private EntityQuery() {}

  /**
   * Elasticsearch's form of a search: two searches in one request. The second counts; it is the
   * same for all pages and for whoever asks the same, and Elasticsearch remembers its answer until
   * the index changes. That is quicker than one search for both even when it is not remembered.
   *
   * @param tolerant whether misspelt words match too
   */
  static MsearchRequest of(
      String index, SearchRequest search, Neighbours neighbours, boolean tolerant) {
    return MsearchRequest.of(
        both ->
            both.searches(
                RequestItem.of(
                    item ->
                        item.header(h -> h.index(index).requestCache(false))
                            .body(hits(search, neighbours, tolerant))),
                RequestItem.of(
                    item ->
                        item.header(h -> h.index(index).requestCache(true))
                            .body(counts(search, neighbours, tolerant)))));
  }

  /**
   * The page. One hit more than wanted, to know whether there is a next page, and the documents
   * where there is something to highlight.
   */
  static SearchRequestBody hits(SearchRequest search, Neighbours neighbours, boolean tolerant) {
    SearchText text = search.text();
    return SearchRequestBody.of(
        body -> {
          body.query(narrowed(search, matching(search, neighbours, tolerant), _ -> true))
              .sort(sort(search.order()))
              .size(search.first() + 1)
              .trackTotalHits(total -> total.enabled(false))
              .timeout(PATIENCE)
              .source(source -> source.fetch(!text.isEmpty()));
          if (search.after() != null) {
            body.searchAfter(place(search.after()));
          }
          return body;
        });
  }

  /** The total and the facets. The filters of facets come after the counting. */
  static SearchRequestBody counts(SearchRequest search, Neighbours neighbours, boolean tolerant) {
    return SearchRequestBody.of(
        body ->
            body.query(
                    narrowed(
                        search,
                        matching(search, neighbours.withoutPreferences(), tolerant),
                        field -> !field.isFacet()))
                .aggregations(Facets.of(search.filter()))
                .size(0)
                .trackTotalHits(total -> total.enabled(true))
                .timeout(PATIENCE));
  }

  private static Query narrowed(
      SearchRequest search, Query matching, Predicate<FilterField> chosen) {
    List<Query> narrowing =
        new ArrayList<>(search.conditions().stream().map(Conditions::of).toList());
    Query filter = Filters.of(search.filter(), chosen);
    if (!filter.isMatchAll()) {
      narrowing.add(filter);
    }
    return narrowing.isEmpty()
        ? matching
        : Query.of(q -> q.bool(b -> b.must(matching).filter(narrowing)));
  }

  private static Query matching(SearchRequest search, Neighbours neighbours, boolean tolerant) {
    SearchText text = search.text();
    if (text.isEmpty()) {
      return Query.of(q -> q.matchAll(m -> m));
    }
    return text.words().isEmpty()
        ? Query.of(q -> q.matchNone(m -> m))
        : Ranking.of(text, neighbours, tolerant, search.explain());
  }

  private static List<SortOptions> sort(Order order) {
    SortOptions byRef = ascending("ref");
    return switch (order) {
      case RELEVANCE ->
          List.of(
              SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc))),
              ascending("nameLength"),
              byRef);
      case NAME -> List.of(ascending("name.whole"), byRef);
      case UPDATED -> List.of(lastUpdatedFirst(), byRef);
    };
  }

  /** An index of an earlier definition may not have the field. */
  static SortOptions lastUpdatedFirst() {
    return SortOptions.of(
        s -> s.field(f -> f.field("updated").order(SortOrder.Desc).unmappedType(FieldType.Date)));
  }

  private static SortOptions ascending(String field) {
    return SortOptions.of(s -> s.field(f -> f.field(field).order(SortOrder.Asc)));
  }

  private static List<FieldValue> place(Cursor cursor) {
    return switch (cursor) {
      case Ranked(boolean _, double score, int length, String ref) ->
          List.of(FieldValue.of(score), FieldValue.of(length), FieldValue.of(ref));
      case Listed(String name, String ref) -> List.of(FieldValue.of(name), FieldValue.of(ref));
      case Updated(long updated, String ref) -> List.of(FieldValue.of(updated), FieldValue.of(ref));
    };
  }

  /** The place of a hit, from the values that Elasticsearch ordered it by. */
  static Cursor cursor(Order order, boolean tolerant, List<FieldValue> values) {
    return switch (order) {
      case RELEVANCE ->
          new Ranked(
              tolerant,
              score(values),
              (int) values.get(1).longValue(),
              values.get(2).stringValue());
      case NAME -> new Listed(values.get(0).stringValue(), values.get(1).stringValue());
      case UPDATED -> new Updated(values.get(0).longValue(), values.get(1).stringValue());
    };
  }

  /** The first value of the order is the score. */
  static double score(List<FieldValue> order) {
    FieldValue first = order.getFirst();
    return first.isLong() ? first.longValue() : first.doubleValue();
  }
}
