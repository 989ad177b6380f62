package dev.portolan.search;

import static dev.portolan.stack.Server.ELASTICSEARCH;
import static dev.portolan.stack.Server.KAFKA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.stack.junit.LocalServers;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people type, while and after they do, is understood or refused in words. */
class TypedTextIT {
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
          tag:PC             | tag:pci
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
}
