package dev.portolan.search;

import static dev.portolan.search.EntityFixtures.api;
import static dev.portolan.search.EntityFixtures.component;
import static dev.portolan.search.EntityFixtures.deleted;
import static dev.portolan.search.RunningSearch.refs;
import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.EntityFixtures.Draft;
import dev.portolan.stack.junit.LocalServers;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SearchIT {
  @RegisterExtension static final LocalServers servers = LocalServers.with(KAFKA, ELASTICSEARCH);

  private static RunningSearch search;

  private static final List<Draft> CATALOG =
      List.of(
          service("payment").described("Charges cards.").ownedBy("checkout-team").tagged("java"),
          service("payments-gateway").ownedBy("money").tagged("java", "pci"),
          api("checkout-payment-api").titled("Checkout").with("type", "openapi").ownedBy("money"),
          service("ledger").described("Books every payment twice.").ownedBy("money"),
          service("invoice").tagged("payment").in("billing").with("lifecycle", "experimental"),
          service("refunds").with("notes", List.of("asks payment for the receipt")),
          component("reciept"),
          service("orderArchiver").titled("Ancient orders"),
          service("orders").titled("Order book"),
          component("escaping")
              .described("Loved by <script>alert('zebra & \"co\"')</script> zebras"),
          component("calculator").titled("Größenrechner im Café"),
          component("rocket").described("To the moon 🚀 with מפרש sails and 船 ships"));

  private static Draft service(String name) {
    return component(name).with("type", "service").with("lifecycle", "production");
  }

  @BeforeAll
  static void index() {
    search = RunningSearch.started(servers);
    Stream<Draft> twins = IntStream.range(0, 60).mapToObj(i -> component("twin" + (100 + i)));
    search
        .publish(
            Stream.concat(CATALOG.stream(), twins)
                .map(draft -> draft.version(1))
                .toArray(EntityChanged[]::new))
        .caughtUp();
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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          payment kind:api               | checkout-payment-api
          owner:money tag:java           | payments-gateway
          owner:money -kind:api payment  | payments-gateway ledger
          tag:pci,payment                | invoice payments-gateway
          tag:pci tag:java               | payments-gateway
          "books every payment"          | ledger
          "payment every"                |
          payment -"charges cards" -java | checkout-payment-api invoice ledger refunds
          name:pay kind:component        | payment payments-gateway
          has:description owner:money    | ledger
          -has:owner type:service order  | orders orderarchiver
          updated:>2026-11-24 payment    |
          -updated:>2026-11-24 refunds   | refunds
          """)
  void understandsWhatPeopleAskFor(String typed, String names) {
    List<String> found =
        search.found(typed).stream().map(ref -> ref.substring(ref.indexOf('/') + 1)).toList();

    assertThat(found)
        .containsExactlyInAnyOrder(names == null ? new String[0] : names.split(" ", -1));
  }

  @Test
  void aValueThatIsTypedCountsAsTheFilterOfItsField() {
    JsonNode typed = search.search("{\"text\":\"payment owner:MONEY tag:pci\"}");
    JsonNode chosen =
        search.search(
            "{\"text\":\"payment\",\"filter\":{\"owner\":[\"MONEY\"],\"tag\":[\"pci\"]}}");

    assertThat(typed).isEqualTo(chosen);
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
  void whatWasPerhapsMeantIsSaidAndNothingWhereTheWordsAreThere() {
    assertThat(search.search("{\"text\":\"paymnet gatway\"}").path("didYouMean").asString())
        .isEqualTo("payments gateway");
    assertThat(search.search("{\"text\":\"payment\"}").path("didYouMean").isNull()).isTrue();
    assertThat(search.search("{\"text\":\"ledger\"}").path("didYouMean").isNull()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          payment ow         | payment owner:
          kind:              | kind:component kind:api
          owner:MON          | owner:group:default/money
          a tag:java,p       | a tag:java,payment a tag:java,pci
          lifecycle:.*       |
          has:on             | has:oncall
          updated:<3         | updated:<30d
          name:ledg          | name:ledger
          dependsOn:ledg     | dependsOn:component:default/ledger
          checkout-p         | api:default/checkout-payment-api
          ledgre             | component:default/ledger
          kind:api pay       |
          """)
  void suggestsWhatTheTextMayBecome(String typed, String texts) {
    JsonNode answer =
        search.get("/api/suggestions?text=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));

    assertThat(String.join(" ", answer.findValuesAsString("text")))
        .isEqualTo(texts == null ? "" : texts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner:", "tag:", "name:", "", "has:"})
  void whateverIsTypedIsCompletedOrNot(String key) {
    for (String typed :
        List.of("x".repeat(990), "..*[a-z]{9}(".repeat(80), "\"", ",,,", "\u202e")) {
      String asked = URLEncoder.encode(key + typed, StandardCharsets.UTF_8);

      assertThat(search.status("/api/suggestions?text=" + asked)).as(key + typed).isIn(200, 400);
    }
  }

  @Test
  void whatNobodyFindsIsRemembered() {
    search.found("zzzz fax");
    // As the gateway asks, where nobody chose a filter.
    search.search("{\"text\":\"Zzzz Fax\",\"filter\":{\"kind\":null,\"owner\":null}}");
    search.search("{\"text\":\"zzzz fax\",\"filter\":{\"kind\":[\"api\"]}}");

    JsonNode misses = search.get("/api/searches/misses?first=1");

    assertThat(misses.at("/0/text").asString()).isEqualTo("zzzz fax");
    assertThat(misses.at("/0/times").asInt()).isEqualTo(2);
  }

  @Test
  void aMistakeIsNamedWithItsCharacter() {
    HttpResponse<String> answer = search.post("/api/search", "{\"text\":\"a ownr:b\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.path("at").asInt()).isEqualTo(2);
    assertThat(problem.path("detail").asString()).contains("did you mean owner?");
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
            JsonMapper.shared()
                .writeValueAsString(
                    List.of(
                        new TreeMap<>(
                            Map.of(
                                "field",
                                "description",
                                "fragments",
                                List.of(
                                    "Loved by &lt;script&gt;alert(&#39;<em>zebra</em> &amp;"
                                        + " &quot;co&quot;&#39;)&lt;/script&gt; <em>zebras</em>"))))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\\"unbalanced",
        "(((",
        "*",
        "?ay*",
        "/.*/",
        "a AND OR NOT",
        "name:payment",
        "\\u0000\\u0007",
        "🚀🚀🚀",
        "\\u202Eabc",
        "\\ud83d",
        "~~~",
        "a~9999999",
        "[1 TO",
        "{!lucene}",
        "<em>",
        "\\\\",
        "--",
        "%",
        "_"
      })
  void whateverIsTypedIsAnswered(String text) {
    JsonNode answer = search.search("{\"text\":\"%s\"}".formatted(text));

    assertThat(answer.path("partial").asBoolean()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"first":0}                              | first      | 1 to 100
          {"first":101}                            | first      | 1 to 100
          {"after":"nonsense"}                     | after      | begin again
          {"filter":{"owner":["a b"]}}             | filter.owner | 'a b' is not valid
          {"minVersion":[{"ref":"x","version":1}]} | minVersion | no kind
          {"minVersion":[{"version":1}]}           | minVersion | no ref
          {"filter":{"owner":["a",null]}}          | filter.owner | is null; leave it out
          {"filter":{"tag":[null]}}                | filter.tag | is null; leave it out
          {"minVersion":[null]}                    | minVersion | is null; leave it out
          {"text":"a","after":"W3RydWUsMWU5OTksMywiciJd"} | after | begin again
          """)
  void saysWhatIsWrongWithASearch(String body, String field, String message) {
    HttpResponse<String> answer = search.post("/api/search", body);

    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.path("field").asString()).isEqualTo(field);
    assertThat(problem.path("detail").asString()).contains(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"first\":\"x\"}", "{\"text\":{}}", "null"})
  void aBodyThatIsNoSearchIsRefused(String body) {
    assertThat(search.post("/api/search", body).statusCode()).isEqualTo(400);
  }

  @Test
  void aTextThatIsTooLongIsRefusedAndTheLongestIsAnswered() {
    String longest = "{\"text\":\"" + "x ".repeat(500) + "\"}";
    String manyWords =
        "{\"text\":\"%s\"}"
            .formatted(
                String.join(" ", IntStream.range(0, 50).mapToObj(i -> "payment" + i).toList()));

    assertThat(search.post("/api/search", longest).statusCode()).isEqualTo(200);
    assertThat(search.post("/api/search", manyWords).statusCode()).isEqualTo(200);
    assertThat(search.post("/api/search", longest.replace("x x", "xxx x")).statusCode())
        .isEqualTo(400);
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
