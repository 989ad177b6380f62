package dev.portolan.search;

import static dev.portolan.search.EntityFixtures.component;
import static dev.portolan.search.EntityFixtures.deleted;
import static dev.portolan.search.RunningSearch.refs;
import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.portolan.stack.junit.LocalServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What is found, in which order and in which pages. */
class SearchIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, ELASTICSEARCH);

  private static RunningSearch search;

  @BeforeAll
  static void index() {
    search = ShopCatalog.indexed(servers);
  }

  @AfterAll
  static void stop() {
    search.close();
  }

  @Test
  void theNameItselfComesFirstThenNamesThatBeginLikeItThenItsPartsThenTheRest() {
    assertThat(search.found("payment"))
        .containsExactly(
            "component:default/payment",
            "component:default/payments-gateway",
            "api:default/checkout-payment-api",
            "component:billing/invoice",
            "component:default/ledger",
            "component:default/refunds");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pay                             | api:default/checkout-payment-api
          checkout api                    | api:default/checkout-payment-api
          checkoutpayment                 | api:default/checkout-payment-api
          Checkout Payment API            | api:default/checkout-payment-api
          api:default/checkout-payment-api | api:default/checkout-payment-api
          paymnet                         | component:default/payment
          paymet chekout                  | api:default/checkout-payment-api
          oayment                         | component:default/payment
          recepit                         | component:default/refunds
          archiver                        | component:default/orderarchiver
          GROSSENRECHNER                  | component:default/calculator
          cafe                            | component:default/calculator
          🚀                               | component:default/rocket
          מפרש                            | component:default/rocket
          船                               | component:default/rocket
          checkout-team                   | component:default/payment
          pci                             | component:default/payments-gateway
          receipt                         | component:default/refunds
          """)
  void findsByWhatPeopleType(String text, String ref) {
    assertThat(search.found(text)).contains(ref);
  }

  @Test
  void aMisspellingNeverBeatsTheWordItself() {
    assertThat(search.found("receipt"))
        .as("the word deep in a spec, before a name that is nearly it")
        .containsExactly("component:default/refunds", "component:default/reciept");
    assertThat(search.found("twin12"))
        .as("twin120 to twin129 begin like it, the others are misspellings")
        .containsExactlyElementsOf(
            IntStream.range(120, 130).mapToObj(i -> "component:default/twin" + i).toList());
  }

  @Test
  void theReasonsOfAHitAddUpToItsScore() {
    for (String text : List.of("payment", "checkout api", "pay java", "paymnet", "twin12")) {
      JsonNode answer =
          search.search("{\"text\":\"%s\",\"explain\":true,\"first\":50}".formatted(text));
      assertThat(answer.path("hits").size()).as(text).isPositive();
      for (JsonNode hit : answer.path("hits")) {
        double sum =
            hit.path("explanation")
                .valueStream()
                .map(JsonNode::asString)
                .mapToDouble(why -> Double.parseDouble(why.substring(0, why.indexOf(':'))))
                .sum();
        assertThat(sum)
            .as("%s: %s", text, hit)
            .isCloseTo(hit.path("score").asDouble(), within(0.001));
      }
    }
    assertThat(search.search("{\"text\":\"charges\",\"explain\":true}").at("/hits/0/explanation/0"))
        .hasToString("\"6: \\\"charges\\\" is a word of its description\"");
    assertThat(search.search("{\"text\":\"charges\"}").at("/hits/0/explanation").isEmpty())
        .isTrue();
  }

  @Test
  void countsWhatIsFoundByItsFields() {
    JsonNode answer = search.search("{\"text\":\"payment\"}");

    assertThat(answer.path("total").asInt()).isEqualTo(6);
    assertThat(facet(answer, "kind")).isEqualTo(Map.of("component", 5, "api", 1));
    assertThat(facet(answer, "owner"))
        .isEqualTo(Map.of("group:default/money", 3, "group:default/checkout-team", 1));
    assertThat(facet(answer, "lifecycle")).isEqualTo(Map.of("production", 4, "experimental", 1));
    assertThat(facet(answer, "namespace")).isEqualTo(Map.of("default", 5, "billing", 1));
    assertThat(facet(answer, "type")).isEqualTo(Map.of("service", 5, "openapi", 1));
    assertThat(facet(answer, "tag")).isEqualTo(Map.of("java", 2, "pci", 1, "payment", 1));
  }

  @Test
  void aFacetsOwnFilterDoesNotNarrowItsCounts() {
    JsonNode answer =
        search.search(
            "{\"text\":\"payment\",\"filter\":{\"owner\":[\"MONEY\"],\"tag\":[\"pci\"]}}");

    assertThat(refs(answer)).containsExactly("component:default/payments-gateway");
    assertThat(answer.path("total").asInt()).isEqualTo(1);
    assertThat(facet(answer, "owner")).isEqualTo(Map.of("group:default/money", 1));
    assertThat(facet(answer, "tag")).isEqualTo(Map.of("java", 1, "pci", 1));
    assertThat(facet(answer, "kind")).isEqualTo(Map.of("component", 1));
  }

  @Test
  void aFilterWithoutValuesLetsNothingThroughAndANullOneEverything() {
    assertThat(search.search("{\"filter\":{\"kind\":[]}}").path("total").asInt()).isZero();
    assertThat(search.search("{\"filter\":{\"kind\":null}}").path("total").asInt()).isEqualTo(72);
    assertThat(search.search("{\"filter\":{\"kind\":[\"API\",\"none\"]}}").path("total").asInt())
        .isEqualTo(1);
  }

  @Test
  void withoutATextEverythingIsListedByName() {
    JsonNode answer = search.search("{\"first\":4}");

    assertThat(answer.path("total").asInt()).isEqualTo(72);
    assertThat(refs(answer))
        .containsExactly(
            "component:default/calculator",
            "api:default/checkout-payment-api",
            "component:default/escaping",
            "component:billing/invoice");
  }

  @ParameterizedTest
  @CsvSource({"'',RELEVANCE", "twin,RELEVANCE", "twim11,RELEVANCE", "twin,NAME", "twin,UPDATED"})
  void pagesNeitherRepeatNorSkipHitsThatMatchAlike(String text, String order) {
    List<String> read = new ArrayList<>();
    String after = "null";
    JsonNode page;
    do {
      page =
          search.search(
              "{\"text\":\"%s\",\"orderBy\":\"%s\",\"first\":7,\"after\":%s}"
                  .formatted(text, order, after));
      read.addAll(refs(page));
      after = "\"" + page.path("endCursor").asString() + "\"";
    } while (page.path("hasNextPage").asBoolean());

    assertThat(read).hasSize(page.path("total").asInt()).doesNotHaveDuplicates();
    assertThat(read.size()).isGreaterThan(14);
  }

  @Test
  void hitsComeInTheOrderThatIsAskedFor() {
    search
        .publish(component("sorted-b").version(1), component("sorted-a").later(1).version(1))
        .caughtUp();

    assertThat(refs(search.search("{\"text\":\"sorted\",\"orderBy\":\"UPDATED\"}")))
        .containsExactly("component:default/sorted-a", "component:default/sorted-b");
    assertThat(refs(search.search("{\"text\":\"sorted\",\"orderBy\":\"NAME\"}")))
        .containsExactly("component:default/sorted-a", "component:default/sorted-b");
    search.publish(deleted("component:sorted-a", 2), deleted("component:sorted-b", 2)).caughtUp();
  }

  @Test
  void pagesStayInStepWhileEntitiesComeAndGo() {
    String first = "{\"text\":\"twin\",\"first\":30}";
    JsonNode page = search.search(first);
    search.publish(component("twin000").version(1)).caughtUp();
    JsonNode next =
        search.search(
            "{\"text\":\"twin\",\"first\":100,\"after\":\"%s\"}"
                .formatted(page.path("endCursor").asString()));
    search.publish(EntityFixtures.deleted("component:twin000", 2)).caughtUp();

    TreeSet<String> all = new TreeSet<>(refs(page));
    all.addAll(refs(next));
    assertThat(all).hasSize(60);
    assertThat(refs(page)).doesNotContainAnyElementsOf(refs(next));
  }

  @Test
  void whatMatchesIsMarkedAndNoMarkupOfTheEntityGetsThrough() {
    JsonNode hit = search.search("{\"text\":\"zebra\"}").path("hits").path(0);

    assertThat(hit.path("highlights").toString())
        .isEqualTo(
            """
            [{"field":"description","fragments":["Loved by &lt;script&gt;alert(&#39;<em>zebra</em> \
            &amp; &quot;co&quot;&#39;)&lt;/script&gt; <em>zebras</em>"],"section":null}]""");
  }

  @Test
  void waitsForAVersionAndSaysWhenItDidNotCome() {
    String changed =
        "{\"text\":\"freshly\",\"minVersion\":[{\"ref\":\"component:fresh\",\"version\":1}]}";
    search.publish(component("fresh").titled("Freshly made").version(1));
    JsonNode answer = search.search(changed);
    assertThat(refs(answer)).containsExactly("component:default/fresh");
    assertThat(answer.path("stale").asBoolean()).isFalse();

    search.publish(EntityFixtures.deleted("component:fresh", 2));
    JsonNode gone = search.search(changed.replace("\"version\":1", "\"version\":2"));
    assertThat(refs(gone)).isEmpty();
    assertThat(gone.path("stale").asBoolean()).isFalse();

    JsonNode never = search.search(changed.replace("\"version\":1", "\"version\":3"));
    assertThat(never.path("stale").asBoolean()).isTrue();
  }

  private static Map<String, Integer> facet(JsonNode answer, String field) {
    Map<String, Integer> counts = new TreeMap<>();
    answer
        .path("facets")
        .valueStream()
        .filter(facet -> facet.path("field").asString().equals(field))
        .flatMap(facet -> facet.path("buckets").valueStream())
        .forEach(bucket -> counts.put(bucket.path("key").asString(), bucket.path("count").asInt()));
    return counts;
  }
}
