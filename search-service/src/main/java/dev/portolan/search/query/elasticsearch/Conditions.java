package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.json.JsonData;
import dev.portolan.search.indexing.Trait;
import dev.portolan.search.query.FilterField;
import dev.portolan.search.query.language.Condition;
import dev.portolan.search.query.language.Condition.Among;
import dev.portolan.search.query.language.Condition.Depends;
import dev.portolan.search.query.language.Condition.Has;
import dev.portolan.search.query.language.Condition.Named;
import dev.portolan.search.query.language.Condition.Not;
import dev.portolan.search.query.language.Condition.OneOf;
import dev.portolan.search.query.language.Condition.Phrase;
import dev.portolan.search.query.language.Condition.Stands;
import dev.portolan.search.query.language.Condition.Updated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Conditions as queries. */
final class Conditions {
  /** All in which words are looked for. */
  private static final List<String> TEXTS =
      List.of(
          "name",
          "title",
          "aliases",
          "tags.words",
          "ownerName",
          "description",
          "content",
          "annotations",
          "spec");

  /** More than Elasticsearch takes in one list. */
  private static final int MOST_TERMS = 65_536;

  private Conditions() {}

  static Query of(Condition condition) {
    return switch (condition) {
      case OneOf(FilterField field, List<String> values) -> terms(Filters.indexed(field), values);
      case Named(List<String> names) -> anyOf(names.stream().map(Conditions::named).toList());
      case Has(List<Trait> traits) -> terms("has", traits.stream().map(Trait::key).toList());
      case Phrase(String words) ->
          Query.of(q -> q.multiMatch(m -> m.fields(TEXTS).query(words).type(TextQueryType.Phrase)));
      case Updated(boolean after, Instant moment) -> updated(after, JsonData.of(moment.toString()));
      case Among(Set<String> refs) -> among(List.copyOf(refs));
      case Not(Condition inner) -> Query.of(q -> q.bool(b -> b.mustNot(of(inner))));
      case Depends _, Stands _ ->
          throw new IllegalArgumentException(condition + " must be resolved before");
    };
  }

  private static Query updated(boolean after, JsonData moment) {
    return Query.of(
        q ->
            q.range(
                r ->
                    r.untyped(
                        u ->
                            after
                                ? u.field("updated").gte(moment)
                                : u.field("updated").lt(moment))));
  }

  private static Query among(List<String> refs) {
    List<Query> portions = new ArrayList<>();
    for (int from = 0; from < refs.size(); from += MOST_TERMS) {
      portions.add(terms("ref", refs.subList(from, Math.min(refs.size(), from + MOST_TERMS))));
    }
    return anyOf(portions);
  }

  private static Query named(String name) {
    return Query.of(
        q -> q.matchBoolPrefix(m -> m.field("name").query(name).operator(Operator.And)));
  }

  /** Of none, none holds. */
  private static Query anyOf(List<Query> alternatives) {
    return alternatives.isEmpty()
        ? Query.of(q -> q.matchNone(m -> m))
        : Query.of(q -> q.bool(b -> b.should(alternatives).minimumShouldMatch("1")));
  }

  private static Query terms(String field, List<String> values) {
    List<FieldValue> terms = values.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(terms))));
  }
}
