package dev.portolan.search.query.elasticsearch;

import static java.util.Objects.requireNonNullElse;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import dev.portolan.search.indexing.Trait;
import dev.portolan.search.query.FilterField;
import dev.portolan.search.query.SearchText;
import dev.portolan.search.query.Suggestion;
import dev.portolan.search.query.Suggestion.Kind;
import dev.portolan.search.query.language.Key;
import dev.portolan.search.query.language.Unfinished;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what the end of a text may become, while it is typed. */
public final class Suggestions {
  private static final int MOST_KEYS = 3;

  /** No value that is worth a suggestion is longer, and Elasticsearch bounds expressions. */
  private static final int LONGEST_BEGINNING = 200;

  private static final List<String> AGES = List.of("<1d", "<7d", "<30d", ">30d", ">1y");

  private final Reading reading;
  private final String index;

  /** What is read of a document. */
  record Named(String name, @Nullable String title) {}

  Suggestions(Reading reading, String index) {
    this.reading = reading;
    this.index = index;
  }

  /**
   * Suggests.
   *
   * @param first how many at most
   * @throws dev.portolan.search.query.SearchUnavailableException when Elasticsearch is away
   */
  public List<Suggestion> of(String typed, int first) {
    Unfinished end = Unfinished.of(typed);
    Key key = end.key();
    Stream<Suggestion> all =
        key == null
            ? Stream.concat(keys(end), entities(end, typed, first))
            : switch (key) {
              case HAS -> fixed(end, Arrays.stream(Trait.values()).map(Trait::key).toList());
              case UPDATED -> fixed(end, AGES);
              case NAME, DEPENDS_ON, DEPENDENCY_OF -> named(end, key, first);
              case SCORECARD -> scorecards(end, first);
              case KIND, NAMESPACE, OWNER, SYSTEM, TYPE, LIFECYCLE, TAG ->
                  values(end, FilterField.valueOf(key.name()), first);
            };
    return all.limit(first).toList();
  }

  private static Stream<Suggestion> keys(Unfinished end) {
    String beginning = lower(end.beginning());
    return beginning.isEmpty()
        ? Stream.of()
        : Arrays.stream(Key.values())
            .map(key -> key.typed() + ":")
            .filter(typed -> lower(typed).startsWith(beginning))
            .limit(MOST_KEYS)
            .map(typed -> new Suggestion(Kind.KEY, end.before() + typed, typed, null, null));
  }

  private static Stream<Suggestion> fixed(Unfinished end, List<String> values) {
    return values.stream()
        .filter(value -> value.startsWith(lower(end.beginning())))
        .map(value -> new Suggestion(Kind.VALUE, end.completed(value), value, null, null));
  }

  private Stream<Suggestion> named(Unfinished end, Key key, int first) {
    return found(end.beginning(), first).stream()
        .map(
            hit -> {
              String ref = String.valueOf(hit.id());
              String value = key == Key.NAME ? ref.substring(ref.indexOf('/') + 1) : ref;
              return new Suggestion(Kind.VALUE, end.completed(value), label(hit), ref, null);
            });
  }

  private Stream<Suggestion> scorecards(Unfinished end, int first) {
    SearchText text = SearchText.of(end.beginning());
    Query scorecard = Query.of(q -> q.term(t -> t.field("kind").value("scorecard")));
    Query query =
        text.words().isEmpty()
            ? scorecard
            : Query.of(q -> q.bool(b -> b.filter(scorecard).must(Ranking.ofNames(text, false))));
    return hits(query, first).stream()
        .map(
            hit -> {
              String ref = String.valueOf(hit.id());
              String name = ref.replaceFirst("^scorecard:(default/)?", "");
              return new Suggestion(Kind.VALUE, end.completed(name), label(hit), ref, null);
            });
  }

  private Stream<Suggestion> entities(Unfinished end, String typed, int first) {
    // With conditions before it, what is begun is a word among others: then nothing is jumped to.
    boolean isWords = end.before().indexOf(':') < 0;
    return isWords && !end.beginning().isEmpty()
        ? found(typed, first).stream()
            .map(
                hit ->
                    new Suggestion(
                        Kind.ENTITY, String.valueOf(hit.id()), label(hit), hit.id(), null))
        : Stream.of();
  }

  /** The most recently changed first, of those that match alike. */
  private List<Hit<Named>> found(String typed, int first) {
    SearchText text = SearchText.of(typed);
    if (text.words().isEmpty()) {
      return List.of();
    }
    List<Hit<Named>> found = new ArrayList<>(hits(Ranking.ofNames(text, false), first));
    return found.isEmpty() ? hits(Ranking.ofNames(text, true), first) : found;
  }

  private List<Hit<Named>> hits(Query query, int first) {
    SearchRequest request =
        SearchRequest.of(
            search ->
                search
                    .index(index)
                    .query(query)
                    .size(first)
                    .timeout(EntityQuery.PATIENCE)
                    .trackTotalHits(total -> total.enabled(false))
                    .source(source -> source.filter(filter -> filter.includes("name", "title")))
                    .sort(SortOptions.of(s -> s.score(o -> o.order(SortOrder.Desc))))
                    .sort(EntityQuery.lastUpdatedFirst()));
    return reading.ask(elasticsearch -> elasticsearch.search(request, Named.class)).hits().hits();
  }

  private Stream<Suggestion> values(Unfinished end, FilterField field, int first) {
    if (end.beginning().length() > LONGEST_BEGINNING) {
      return Stream.of();
    }
    String regex = "(.*[:/])?" + inAnyCase(end.beginning()) + ".*";
    SearchRequest request =
        SearchRequest.of(
            search ->
                search
                    .index(index)
                    .size(0)
                    .requestCache(true)
                    .timeout(EntityQuery.PATIENCE)
                    .aggregations(
                        "values",
                        values ->
                            values.terms(
                                terms ->
                                    terms
                                        .field(Filters.indexed(field))
                                        .size(first)
                                        .include(include -> include.regexp(regex)))));
    Aggregate values =
        reading
            .ask(elasticsearch -> elasticsearch.search(request, Void.class))
            .aggregations()
            .get("values");
    return values == null || !values.isSterms()
        ? Stream.of()
        : values.sterms().buckets().array().stream()
            .map(
                bucket -> {
                  String value = bucket.key().stringValue();
                  return new Suggestion(
                      Kind.VALUE, end.completed(value), value, null, bucket.docCount());
                });
  }

  private static String label(Hit<Named> hit) {
    Named document = hit.source();
    return document == null
        ? String.valueOf(hit.id())
        : requireNonNullElse(document.title(), document.name());
  }

  /** No letter of what was typed means anything in a regular expression, nor does its case. */
  private static String inAnyCase(String text) {
    StringBuilder regex = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c)) {
                regex
                    .append('[')
                    .appendCodePoint(Character.toLowerCase(c))
                    .appendCodePoint(Character.toUpperCase(c))
                    .append(']');
              } else {
                regex.append('\\').appendCodePoint(c);
              }
            });
    return regex.toString();
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
