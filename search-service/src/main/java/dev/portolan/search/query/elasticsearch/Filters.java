package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.portolan.search.query.FilterField;
import dev.portolan.search.query.SearchFilter;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Filters as queries. */
final class Filters {
  private Filters() {}

  /** The name of a filter's field in the index. */
  static String indexed(FilterField field) {
    return field == FilterField.TAG ? "tags" : field.key();
  }

  /** What passes the filters of the chosen fields. */
  static Query of(SearchFilter filter, Predicate<FilterField> chosen) {
    List<Query> conditions =
        filter.values().entrySet().stream()
            .filter(entry -> chosen.test(entry.getKey()))
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> anyOf(indexed(entry.getKey()), entry.getValue()))
            .toList();
    return conditions.isEmpty()
        ? Query.of(q -> q.matchAll(m -> m))
        : Query.of(q -> q.bool(b -> b.filter(conditions)));
  }

  /** Of no values none can hold. */
  private static Query anyOf(String field, List<String> values) {
    if (values.isEmpty()) {
      return Query.of(q -> q.matchNone(m -> m));
    }
    List<FieldValue> terms = values.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(terms))));
  }
}
