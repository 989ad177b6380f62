package dev.portolan.search.query.elasticsearch;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.search.indexing.SearchDocument;
import dev.portolan.search.query.Explanation;
import dev.portolan.search.query.Misspelling;
import dev.portolan.search.query.Neighbours;
import dev.portolan.search.query.Preference;
import dev.portolan.search.query.SearchText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What matches a text, and how well.
 *
 * <p>A score is a sum of fixed points: for each word the best place where it stands, and once for
 * the text as a whole the best way in which it is a name or title. No frequencies: a score can be
 * explained, a misspelling can never beat the word itself, and a page's cursor stays valid while
 * entities come and go. What other entities say of one decides between equals alone.
 */
final class Ranking {
  /** How a word stands in a field. */
  private enum Match {
    WORD,
    PREFIX,
    MISSPELT
  }

  private record Place(String field, Match match, float points) {
    String why(String word) {
      String place = NAMES_OF_FIELDS.getOrDefault(field, field);
      return switch (match) {
        case WORD -> "\"%s\" is a word of its %s".formatted(word, place);
        case PREFIX -> "a word of its %s begins with \"%s\"".formatted(place, word);
        case MISSPELT -> "a word of its %s is nearly \"%s\"".formatted(place, word);
      };
    }
  }

  private static final Map<String, String> NAMES_OF_FIELDS =
      Map.of(
          "tags.words",
          "tags",
          "ownerName",
          "owner\u2019s name",
          "joinedWords",
          "name without what parts its words");

  private static final List<Place> PLACES =
      List.of(
          new Place("name", Match.WORD, 100),
          new Place("joinedWords", Match.WORD, 90),
          new Place("name", Match.PREFIX, 60),
          new Place("joinedWords", Match.PREFIX, 50),
          new Place("title", Match.WORD, 40),
          new Place("aliases", Match.WORD, 40),
          new Place("title", Match.PREFIX, 25),
          new Place("aliases", Match.PREFIX, 25),
          new Place("tags", Match.WORD, 20),
          new Place("tags.words", Match.WORD, 15),
          new Place("ownerName", Match.WORD, 10),
          new Place("tags.words", Match.PREFIX, 8),
          new Place("ownerName", Match.PREFIX, 7),
          new Place("description", Match.WORD, 6),
          new Place("content", Match.WORD, 5),
          new Place("description", Match.PREFIX, 4),
          new Place("annotations", Match.WORD, 4),
          new Place("content", Match.PREFIX, 3),
          new Place("spec", Match.WORD, 2),
          new Place("spec", Match.PREFIX, 1));

  /** All below the least of the other places. */
  private static final List<Place> MISSPELT_PLACES =
      List.of(
          new Place("name", Match.MISSPELT, 0.5f),
          new Place("title", Match.MISSPELT, 0.4f),
          new Place("tags.words", Match.MISSPELT, 0.3f),
          new Place("aliases", Match.MISSPELT, 0.4f),
          new Place("ownerName", Match.MISSPELT, 0.2f),
          new Place("content", Match.MISSPELT, 0.08f),
          new Place("description", Match.MISSPELT, 0.1f),
          new Place("spec", Match.MISSPELT, 0.05f));

  /** Up to so many words all must match; of more, one in four may be missing when tolerant. */
  private static final int WORDS_THAT_MUST_MATCH = 2;

  /**
   * In words of the index, of which one typed word may be many. Each costs an automaton for every
   * place; fifty are more than a small server's memory holds.
   */
  private static final int PARTS_THAT_MAY_BE_MISSPELT = 8;

  /** A prefix of fewer letters finds half of all texts, at a price. */
  private static final int SHORTEST_PREFIX_IN_LONG_TEXT = 3;

  private static final Set<String> NAMES = Set.of("name", "joinedWords", "title", "aliases");
  private static final Set<String> LONG_TEXTS = Set.of("description", "content", "spec");

  private static final float IN_TITLE_OF_OWNER = 9;

  /** What a synonym is worth, of what the word itself is. */
  private static final float OF_SYNONYM = 0.8f;

  private final SearchText text;
  private final Neighbours neighbours;
  private final boolean tolerant;
  private final boolean explain;

  private Ranking(SearchText text, Neighbours neighbours, boolean tolerant, boolean explain) {
    this.text = text;
    this.neighbours = neighbours;
    this.tolerant = tolerant;
    this.explain = explain;
  }

  /**
   * The query of a text that has words.
   *
   * @param tolerant whether misspelt words match too, and a few may be missing
   * @param explain whether hits say which parts of it they match
   */
  static Query of(SearchText text, Neighbours neighbours, boolean tolerant, boolean explain) {
    Ranking ranking = new Ranking(text, neighbours, tolerant, explain);
    List<Query> preferred = neighbours.preferences().stream().map(ranking::preferred).toList();
    Query all = ranking.all();
    return preferred.isEmpty() ? all : Query.of(q -> q.bool(b -> b.must(all).should(preferred)));
  }

  /** The query of what is being typed, by names alone: the last word may be a beginning. */
  static Query ofNames(SearchText text, boolean tolerant) {
    Ranking ranking = new Ranking(text, Neighbours.NONE, tolerant, false);
    List<Query> words =
        text.words().stream()
            .map(word -> best(ranking.places(word, word, tolerant, NAMES::contains, 1)))
            .toList();
    Query all = Query.of(q -> q.bool(b -> b.must(words)));
    return Query.of(q -> q.bool(b -> b.should(all, ranking.whole()).minimumShouldMatch("1")));
  }

  private Query all() {
    List<Query> words = new ArrayList<>();
    int parts = 0;
    for (String word : text.words()) {
      parts += SearchText.parts(word);
      words.add(word(word, tolerant && parts <= PARTS_THAT_MAY_BE_MISSPELT));
    }
    Query all =
        tolerant && words.size() > WORDS_THAT_MUST_MATCH
            ? Query.of(q -> q.bool(b -> b.should(words).minimumShouldMatch("75%")))
            : Query.of(q -> q.bool(b -> b.must(words)));
    return Query.of(q -> q.bool(b -> b.should(all, whole()).minimumShouldMatch("1")));
  }

  private Query word(String word, boolean mayBeMisspelt) {
    List<Query> places = new ArrayList<>(places(word, word, mayBeMisspelt, _ -> true, 1));
    for (String synonym : text.synonyms().of(word)) {
      places.addAll(places(word, synonym, false, _ -> true, OF_SYNONYM));
    }
    List<String> owners = neighbours.owners().of(word);
    if (!owners.isEmpty()) {
      String why = "\"%s\" is in the title of its owner".formatted(word);
      places.add(points(word, why, IN_TITLE_OF_OWNER, terms("owner", owners)));
    }
    return best(places);
  }

  private Query preferred(Preference preference) {
    return points(
        preference.why(),
        preference.why(),
        (float) preference.points(),
        terms(preference.field(), preference.values()));
  }

  private List<Query> places(
      String group, String word, boolean mayBeMisspelt, Predicate<String> fields, float factor) {
    return Stream.concat(PLACES.stream(), mayBeMisspelt ? MISSPELT_PLACES.stream() : Stream.of())
        .filter(place -> fields.test(place.field) && isWorthwhile(place, word))
        .map(place -> points(group, place.why(word), place.points * factor, at(place, word)))
        .toList();
  }

  private static boolean isWorthwhile(Place place, String word) {
    return place.match != Match.PREFIX
        || !LONG_TEXTS.contains(place.field)
        || word.length() >= SHORTEST_PREFIX_IN_LONG_TEXT;
  }

  private static Query at(Place place, String word) {
    String field = place.field;
    return switch (place.match) {
      case WORD -> Query.of(q -> q.match(m -> m.field(field).query(word).operator(Operator.And)));
      case PREFIX ->
          Query.of(q -> q.matchBoolPrefix(m -> m.field(field).query(word).operator(Operator.And)));
      case MISSPELT ->
          Query.of(
              q ->
                  q.match(
                      m ->
                          m.field(field)
                              .query(word)
                              .operator(Operator.And)
                              .fuzziness("AUTO")
                              .prefixLength(Misspelling.rightLetters(word))));
    };
  }

  private Query whole() {
    String whole = text.whole();
    List<Query> ways = new ArrayList<>();
    ways.add(way("is its reference", 10_000, term("ref", ref(whole))));
    ways.add(way("is its name", 10_000, term("name.whole", whole)));
    ways.add(way("is its title", 6_000, term("title.whole", whole)));
    ways.add(way("is one of its aliases", 6_000, term("aliases.whole", whole)));
    ways.add(way("is the beginning of its name", 4_000, prefix("name.whole", whole)));
    ways.add(way("is the beginning of its title", 2_000, prefix("title.whole", whole)));
    String joined = SearchDocument.joined(whole);
    if (!joined.isEmpty()) {
      ways.add(way("is its name, but for what parts words", 8_000, term("joinedName", joined)));
      ways.add(
          way(
              "is the beginning of its name, but for what parts words",
              3_000,
              prefix("joinedName", joined)));
    }
    return best(ways);
  }

  private Query way(String why, float points, Query match) {
    return points("", "\"" + text.whole() + "\" " + why, points, match);
  }

  private static String ref(String whole) {
    try {
      return EntityRef.parse(whole).toString();
    } catch (InvalidNameException e) {
      return whole.toLowerCase(Locale.ROOT);
    }
  }

  private static Query terms(String field, List<String> values) {
    List<FieldValue> terms = values.stream().map(FieldValue::of).toList();
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(terms))));
  }

  private static Query term(String field, String value) {
    return Query.of(q -> q.term(t -> t.field(field).value(value)));
  }

  private static Query prefix(String field, String value) {
    return Query.of(q -> q.prefix(p -> p.field(field).value(value)));
  }

  private Query points(String group, String why, float points, Query match) {
    return Query.of(
        q ->
            q.constantScore(
                c -> {
                  c.filter(match).boost(points);
                  return explain ? c.queryName(new Explanation(group, why, points).encoded()) : c;
                }));
  }

  private static Query best(List<Query> alternatives) {
    return Query.of(q -> q.disMax(d -> d.queries(alternatives)));
  }
}
