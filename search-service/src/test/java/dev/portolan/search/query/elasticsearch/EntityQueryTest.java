package dev.portolan.search.query.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.core.search.SearchRequestBody;
import co.elastic.clients.json.JsonpUtils;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import dev.portolan.search.query.Cursor.Ranked;
import dev.portolan.search.query.FilterField;
import dev.portolan.search.query.Neighbours;
import dev.portolan.search.query.Order;
import dev.portolan.search.query.SearchFilter;
import dev.portolan.search.query.SearchRequest;
import dev.portolan.search.query.SearchText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EntityQueryTest {

  @Test
  void withoutATextEverythingIsListedByName() {
    JsonNode query = hits(search("", SearchFilter.NONE), false);

    assertThat(query.path("query").toString()).isEqualTo("{\"match_all\":{}}");
    assertThat(query.path("sort").toString()).contains("name.whole").doesNotContain("_score");
    assertThat(query.path("_source").booleanValue()).isFalse();
    assertThat(query.path("size").intValue()).isEqualTo(21);
    assertThat(counts(search("", SearchFilter.NONE)).path("track_total_hits").booleanValue())
        .as("the exact total comes with the counts")
        .isTrue();
  }

  @Test
  void aTextWithoutAWordFindsNothing() {
    assertThat(hits(search("!!!", SearchFilter.NONE), false).path("query").toString())
        .isEqualTo("{\"match_none\":{}}");
  }

  @Test
  void aMisspeltWordIsWorthLessThanTheWordInTheLeastOfPlaces() {
    JsonNode strict = hits(search("payment", SearchFilter.NONE), false);
    JsonNode tolerant = hits(search("payment", SearchFilter.NONE), true);

    assertThat(strict.toString()).doesNotContain("fuzziness");
    double least =
        points(strict).values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    assertThat(points(tolerant))
        .anySatisfy((filter, points) -> assertThat(filter).contains("fuzziness"))
        .allSatisfy(
            (filter, points) -> {
              if (filter.contains("fuzziness")) {
                assertThat(points).as(filter).isLessThan(least);
              }
            });
  }

  @Test
  void aTextOfManyPartsIsSoughtAsItIsTypedHoweverFewSpacesItHas() {
    String parts = "a1-b2.c3_d4/e5-f6-g7-h8";

    assertThat(hits(search(parts, SearchFilter.NONE), true).toString()).contains("fuzziness");
    assertThat(hits(search(parts + "-i9", SearchFilter.NONE), true).toString())
        .doesNotContain("fuzziness");
  }

  @Test
  void allWordsMustMatchAndOnlyATolerantSearchForManyForgivesSome() {
    assertThat(words("one two three four", false).has("must")).isTrue();
    assertThat(words("one two", true).has("must")).isTrue();
    assertThat(words("one two three four", true).path("minimum_should_match").asString())
        .isEqualTo("75%");
  }

  @Test
  void filtersComeAfterTheCountingExceptWhereThereIsNothingToCount() {
    SearchFilter filter =
        SearchFilter.of(
            Map.of(
                FilterField.KIND, List.of("API"),
                FilterField.OWNER, List.of("money"),
                FilterField.SYSTEM, List.of("till")));

    JsonNode counts = counts(search("", filter));

    assertThat(hits(search("", filter), false).path("query").toString())
        .contains(
            "\"kind\":[\"api\"]",
            "\"owner\":[\"group:default/money\"]",
            "\"system\":[\"system:default/till\"]");
    assertThat(counts.path("query").toString())
        .contains("\"system\":[\"system:default/till\"]")
        .doesNotContain("kind", "owner");
    assertThat(counts.path("aggregations").path("kind").path("filter").toString())
        .contains("owner")
        .doesNotContain("kind");
    assertThat(counts.path("aggregations").path("tag").path("filter").toString())
        .contains("owner", "kind");
    assertThat(counts.path("aggregations").path("matching").path("filter").toString())
        .contains("owner", "kind");
    assertThat(counts.path("aggregations").has("system")).isFalse();
  }

  @Test
  void aFilterWithoutValuesLetsNothingThrough() {
    SearchFilter filter = SearchFilter.of(Map.of(FilterField.TAG, List.of()));

    assertThat(hits(search("", filter), false).path("query").toString()).contains("match_none");
    assertThat(counts(search("", filter)).path("aggregations").path("matching").toString())
        .contains("match_none");
  }

  @Test
  void countsAreTheSameForEveryPage() {
    SearchRequest first = search("pay", SearchFilter.NONE);
    SearchRequest next =
        new SearchRequest(
            first.text(),
            List.of(),
            first.filter(),
            Order.RELEVANCE,
            50,
            new Ranked(false, 60, 9, "api:a/b"),
            List.of(),
            null,
            false);

    assertThat(counts(next)).isEqualTo(counts(first));
  }

  @Test
  void thePlaceOfACursorIsWhereElasticsearchGoesOn() {
    SearchRequest search =
        new SearchRequest(
            SearchText.of("pay"),
            List.of(),
            SearchFilter.NONE,
            Order.RELEVANCE,
            20,
            new Ranked(false, 160.5, 12, "component:default/checkout"),
            List.of(),
            null,
            false);

    assertThat(hits(search, false).path("search_after").toString())
        .isEqualTo("[160.5,12,\"component:default/checkout\"]");
  }

  private static SearchRequest search(String text, SearchFilter filter) {
    return new SearchRequest(
        SearchText.of(text), List.of(), filter, Order.RELEVANCE, 20, null, List.of(), null, false);
  }

  private static JsonNode hits(SearchRequest search, boolean tolerant) {
    return json(EntityQuery.hits(search, Neighbours.NONE, tolerant));
  }

  private static JsonNode counts(SearchRequest search) {
    return json(EntityQuery.counts(search, Neighbours.NONE, false));
  }

  private static JsonNode json(SearchRequestBody body) {
    return JsonMapper.shared().readTree(JsonpUtils.toJsonString(body, new Jackson3JsonpMapper()));
  }

  private static JsonNode words(String text, boolean tolerant) {
    return hits(search(text, SearchFilter.NONE), tolerant)
        .path("query")
        .path("bool")
        .path("should")
        .path(0)
        .path("bool");
  }

  /** Of every constant score what it is for and how many points it gives. */
  private static Map<String, Double> points(JsonNode query) {
    Map<String, Double> points = new TreeMap<>();
    for (JsonNode score : query.findValues("constant_score")) {
      points.put(score.path("filter").toString(), score.path("boost").doubleValue());
    }
    return points;
  }
}
