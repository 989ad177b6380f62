package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
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

  private Facets() {}

  /** For each facet the count behind all filters but its own. */
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
    return facets;
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
