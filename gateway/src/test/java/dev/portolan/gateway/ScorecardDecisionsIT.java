package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.INGESTION;
import static dev.portolan.gateway.service.Service.SCORECARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ScorecardDecisionsIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String PUSH = "POST /api/sources/portal/entities";
  private static final String CHECK = "POST /api/scorecards/check";

  private static final String SAVE =
      """
      mutation { saveScorecard(descriptor: {apiVersion: "portolan.dev/v1", kind: "Scorecard",
          metadata: {name: "ready", labels: {a: "b"}}, spec: {rules: [{id: "a", expression: "true", weight: 2}]}}) {
          ref version } }""";

  private static final String REQUEST =
      """
      scorecard: "ready", rules: ["drill"], entity: "checkout", reason: "Too old", requestedBy: "user:lena\"""";

  @BeforeEach
  void theServicesAnswer() {
    TestingServices services = gateway.services();
    services.answer(SCORECARD, "GET /api/scorecards", body -> Fixtures.scorecards());
    services.answer(SCORECARD, CHECK, body -> "{\"problems\":[]}");
    services.answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    services.answer(INGESTION, PUSH, ScorecardDecisionsIT::taken);
  }

  private static String taken(JsonNode said) {
    return """
        {"entities":[{"ref":"%s:default/%s","version":4,"change":"UPDATED"}]}"""
        .formatted(said.at("/0/kind").asString(), said.at("/0/metadata/name").asString());
  }

  /** Nobody else speaks of exemptions, so that they are as they are said. */
  private static void whatIsSaidIsSo() {
    gateway
        .services()
        .answer(
            INGESTION,
            PUSH,
            said -> {
              written(
                  said.at("/0/metadata/name").asString(),
                  "\"status\":" + said.at("/0/spec/status"));
              return taken(said);
            });
  }

  @Test
  void aScorecardIsCheckedAndThenSaidAsItIsWritten() {
    JsonNode answer = gateway.ask(SAVE);

    assertThat(answer.at("/data/saveScorecard").toString())
        .as(answer.toString())
        .isEqualTo("{\"ref\":\"scorecard:default/ready\",\"version\":4}");
    assertThat(gateway.services().lastBody(INGESTION, PUSH).toString())
        .isEqualTo(
            """
            [{"apiVersion":"portolan.dev/v1","kind":"Scorecard","metadata":{"name":"ready","labels":{"a":"b"}},\
            "spec":{"rules":[{"id":"a","expression":"true","weight":2}]}}]""");
  }

  @Test
  void aScorecardWithProblemsIsNotSavedAndAllOfThemAreSaid() {
    gateway
        .services()
        .answer(
            SCORECARD,
            CHECK,
            body ->
                """
                {"problems":[{"field":"/spec/rules/0/expression","rule":"a","line":1,"column":5,"message":"undefined field"},
                  {"field":"/spec/levels","rule":null,"line":null,"column":null,"message":"is a list"}]}""");

    JsonNode answer = gateway.ask(SAVE);

    assertThat(answer.at("/errors/0/message").asString())
        .isEqualTo(
            "scorecard:default/ready is not saved. It has problems: /spec/rules/0/expression at 1:5:"
                + " undefined field; /spec/levels: is a list");
    assertNothingSaid();
  }

  @Test
  void whatDescribesNoScorecardIsNotEvenChecked() {
    assertThat(
            gateway
                .ask("mutation { saveScorecard(descriptor: {kind: \"Scorecard\"}) { ref } }")
                .at("/errors/0/message")
                .asString())
        .contains("/apiVersion");
    assertThat(gateway.services().asked()).isEmpty();
  }

  @Test
  void anExemptionIsAskedForUnderANameOfItsOwn() {
    JsonNode answer = request(REQUEST + ", expires: \"2999-01-01T00:00:00Z\"");

    JsonNode said = gateway.services().lastBody(INGESTION, PUSH).get(0);
    assertThat(answer.at("/data/requestExemption/version").asInt())
        .as(answer.toString())
        .isEqualTo(4);
    assertThat(said.at("/metadata/name").asString()).startsWith("ready-drill-checkout-");
    assertThat(said.at("/metadata/namespace").asString()).isEqualTo("default");
    assertThat(said.get("spec").toString())
        .isEqualTo(
            """
            {"scorecard":"scorecard:default/ready","rules":["drill"],"entity":"component:default/checkout",\
            "status":"requested","reason":"Too old","requestedBy":"user:lena","expires":"2999-01-01T00:00:00Z"}""");
    request(REQUEST);
    assertThat(gateway.services().lastBody(INGESTION, PUSH).at("/0/metadata/name"))
        .as("the same request is the same entity")
        .isEqualTo(said.at("/metadata/name"));
  }

  @Test
  void whatAnExemptionNamesMustBeThere() {
    assertRefused(
        request(REQUEST.replace("\"ready\"", "\"raedy\"")),
        "There is no scorecard scorecard:default/raedy; there are scorecard:default/ready.");
    assertRefused(
        request(REQUEST.replace("drill", "dril")),
        "scorecard:default/ready has no rule dril; it has has-owner, drill.");
    assertRefused(request(REQUEST + ", expires: \"2020-01-01T00:00:00Z\""), "which is over");
    gateway.services().answer(CATALOG, "POST /api/entities/batch", body -> "{\"entities\":[]}");
    gateway.services().answer(CATALOG, "POST /api/entities/query", body -> Fixtures.page(1, 1));
    assertRefused(
        request(REQUEST),
        "There is no entity component:default/checkout; of that name there are component:default/c0.");
    assertThat(
            gateway
                .services()
                .lastBody(CATALOG, "POST /api/entities/query")
                .at("/filter/name/0")
                .asString())
        .isEqualTo("checkout");
    gateway.services().answer(CATALOG, "POST /api/entities/query", body -> Fixtures.page(0, 0));
    assertRefused(request(REQUEST), "there is none of that name at all");
    assertNothingSaid();
  }

  @Test
  void whatIsGrantedIsNotAskedForAgain() {
    String name = requestedName();
    written(name, "\"status\":\"approved\",\"expires\":\"2999-01-01\"");

    assertRefused(request(REQUEST), "exemption:default/" + name + " is approved already");

    written(name, "\"status\":\"approved\",\"expires\":\"2020-01-01\"");
    assertThat(request(REQUEST).has("errors")).as("that one is over").isFalse();
    written(name, "\"status\":\"denied\"");
    assertThat(request(REQUEST).has("errors")).isFalse();
  }

  @Test
  void whoDecidesAnExemptionKeepsWhatWasAskedFor() {
    written("x", "\"status\":\"requested\",\"expires\":\"2999-01-01\",\"own\":[1]");
    whatIsSaidIsSo();

    JsonNode answer = decide("approve: true, decidedBy: \"user:ada\", decision: \"Until it goes\"");

    assertThat(answer.at("/data/decideExemption/ref").asString())
        .as(answer.toString())
        .isEqualTo("exemption:default/x");
    JsonNode said = gateway.services().lastBody(INGESTION, PUSH).get(0);
    assertThat(said.get("metadata").toString())
        .isEqualTo("{\"name\":\"x\",\"namespace\":\"default\",\"title\":\"T\",\"tags\":[\"t\"]}");
    assertThat(said.get("spec").toString())
        .isEqualTo(
            """
            {"reason":"Too old","status":"approved","expires":"2999-01-01","own":[1],\
            "decidedBy":"user:ada","decision":"Until it goes"}""");

    decide("approve: false, decidedBy: \"user:ada\", expires: \"2998-01-01T00:00:00Z\"");
    JsonNode denied = gateway.services().lastBody(INGESTION, PUSH).at("/0/spec");
    assertThat(denied.at("/status").asString()).isEqualTo("denied");
    assertThat(denied.at("/expires").asString()).isEqualTo("2998-01-01T00:00:00Z");
  }

  @Test
  void aDecisionThatWouldChangeNothingIsRefused() {
    assertThat(decide("approve: true, decidedBy: \"a\"").at("/errors/0/extensions/code").asString())
        .as("nobody has asked")
        .isEqualTo("NOT_FOUND");
    written("x", "\"status\":\"requested\",\"expires\":\"2020-01-01\"");
    assertRefused(
        decide("approve: true, decidedBy: \"a\""), "was asked for until 2020-01-01, which is over");
    assertRefused(
        gateway.ask(
            "mutation { decideExemption(ref: \"component:x\", approve: true, decidedBy: \"a\") { ref } }"),
        "component:default/x is no exemption.");
    assertNothingSaid();

    written("x", "\"status\":\"requested\"");
    assertRefused(
        decide("approve: true, decidedBy: \"a\""),
        "another source too, whose word counts for more");
  }

  @Test
  void aCheckIsOfNow() {
    Instant before = Instant.now();

    JsonNode answer =
        check(
            "scorecard: \"ready\", rule: \"drill\", entity: \"checkout\", passed: false, by: \"user:ada\"");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    JsonNode said = gateway.services().lastBody(INGESTION, PUSH).get(0);
    assertThat(said.at("/kind").asString()).isEqualTo("Check");
    assertThat(said.at("/metadata/name").asString()).startsWith("ready-drill-checkout-");
    assertThat(said.at("/spec/passed").isBoolean()).isTrue();
    assertThat(said.at("/spec").has("notes")).isFalse();
    assertThat(Instant.parse(said.at("/spec/at").asString()))
        .asInstanceOf(InstanceOfAssertFactories.INSTANT)
        .isBetween(before.minus(Duration.ofSeconds(1)), Instant.now());
  }

  @Test
  void nobodyNeedLookAtWhatAnExpressionTells() {
    assertRefused(
        check("scorecard: \"ready\", rule: \"has-owner\", entity: \"a\", passed: true, by: \"b\""),
        "has-owner of scorecard:default/ready is told by its expression, and nobody need look; to be looked at: drill.");
    assertRefused(
        check("scorecard: \"ready\", rule: \"dril\", entity: \"a\", passed: true, by: \"b\""),
        "has no rule dril");
    assertNothingSaid();
  }

  @Test
  void whatWasSavedHereIsForgotten() {
    String what = "DELETE /api/sources/portal/entities/exemption:default/x";
    String gone = "{\"ref\":\"exemption:default/x\",\"version\":2,\"change\":\"%s\"}";
    gateway.services().answer(INGESTION, what, body -> gone.formatted("DELETED"));

    assertThat(forget("Exemption:x").at("/data/forget/version").asInt()).isEqualTo(2);

    gateway.services().answer(INGESTION, what, body -> gone.formatted("UNCHANGED"));
    assertRefused(forget("exemption:x"), "was not saved here");
    assertRefused(
        forget("component:x"),
        "is forgotten here is of kind scorecard, initiative, exemption, check");
    assertRefused(forget("x"), "has no kind");
  }

  private static String requestedName() {
    request(REQUEST);
    return gateway.services().lastBody(INGESTION, PUSH).at("/0/metadata/name").asString();
  }

  private static void written(String name, String spec) {
    gateway
        .services()
        .play(
            INGESTION,
            "GET /api/entities/exemption/default/" + name,
            q ->
                new Answer(
                    200,
                    """
                    {"ref":"exemption:default/%1$s","version":1,"change":"CREATED","changed":[],"sources":["portal"],
                     "observedAt":"2026-11-01T00:00:00Z","committedAt":"2026-11-01T00:00:00Z",
                     "entity":{"kind":"Exemption","namespace":"default","name":"%1$s","title":"T","tags":["t"],
                       "spec":{"reason":"Too old",%2$s},"relations":[]}}"""
                        .formatted(name, spec)));
  }

  private static JsonNode request(String input) {
    return gateway.ask("mutation { requestExemption(input: {" + input + "}) { ref version } }");
  }

  private static JsonNode decide(String decision) {
    return gateway.ask(
        "mutation { decideExemption(ref: \"x\", " + decision + ") { ref version } }");
  }

  private static JsonNode check(String input) {
    return gateway.ask("mutation { recordCheck(input: {" + input + "}) { ref version } }");
  }

  private static JsonNode forget(String ref) {
    return gateway.ask("mutation { forget(ref: \"" + ref + "\") { ref version } }");
  }

  private static void assertRefused(JsonNode answer, String why) {
    assertThat(answer.at("/errors/0/message").asString()).contains(why);
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
  }

  private static void assertNothingSaid() {
    assertThat(gateway.services().askedWhat()).doesNotContain("ingestion-service " + PUSH);
  }
}
