package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.ResponseBody;
import co.elastic.clients.elasticsearch.core.search.TotalHits;
import dev.portolan.search.query.FilterField;
import dev.portolan.search.query.SearchFilter;
import dev.portolan.search.query.SearchResult.Bucket;
import dev.portolan.search.query.SearchResult.Facet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what was found by the values of its fields. */
final class Facets {
  static final int MOST_BUCKETS = 50;
  private static final String VALUES = "values";
  private static final String MATCHING = "matching";

  private Facets() {}

  /** For each facet the count behind all filters but its own, and how many pass them all. */
  static Map<String, Aggregation> of(SearchFilter filter) {
    Map<String, Aggregation> facets = new LinkedHashMap<>();
    for (FilterField field : fields()) {
      Aggregation values =
          Aggregation.of(a -> a.terms(t -> t.field(Filters.indexed(field)).size(MOST_BUCKETS)));
      Query others = Filters.of(filter, other -> other.isFacet() && other != field);
      facets.put(
          field.key(),
          others.isMatchAll()
              ? values
              : Aggregation.of(a -> a.filter(others).aggregations(VALUES, values)));
    }
    Query all = Filters.of(filter, FilterField::isFacet);
    if (!all.isMatchAll()) {
      facets.put(MATCHING, Aggregation.of(a -> a.filter(all)));
    }
    return facets;
  }

  /** How many pass all filters. */
  static long total(ResponseBody<?> answer) {
    Aggregate matching = answer.aggregations().get(MATCHING);
    if (matching != null) {
      return matching.filter().docCount();
    }
    TotalHits total = answer.hits().total();
    return total == null ? 0 : total.value();
  }

  static List<Facet> read(Map<String, Aggregate> answered) {
    List<Facet> facets = new ArrayList<>();
    for (FilterField field : fields()) {
      Aggregate facet = answered.get(field.key());
      Aggregate values =
          facet != null && facet.isFilter() ? facet.filter().aggregations().get(VALUES) : facet;
      // Where no document has the field, Elasticsearch answers another type of aggregate.
      if (values != null && values.isSterms()) {
        facets.add(facet(field, values.sterms()));
      } else {
        facets.add(new Facet(field.key(), List.of(), 0));
      }
    }
    return facets;
  }

  private static Facet facet(FilterField field, StringTermsAggregate values) {
    List<Bucket> buckets =
        values.buckets().array().stream()
            .map(bucket -> new Bucket(bucket.key().stringValue(), bucket.docCount()))
            .toList();
    Long others = values.sumOtherDocCount();
    return new Facet(field.key(), buckets, others == null ? 0 : others);
  }

  private static List<FilterField> fields() {
    return Arrays.stream(FilterField.values()).filter(FilterField::isFacet).toList();
  }
}
