package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.INGESTION;
import static dev.portolan.gateway.service.Service.SCORECARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ScorecardDryRunIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String DRY_RUN = "POST /api/scorecards/dry-run";
  private static final String STATES = "GET /api/history/states";
  private static final String END = "{\"end\":true,\"count\":2}\n";

  private static final Map<String, Object> SPEC =
      Map.of("levels", "none", "rules", List.of(Map.of("id", "a", "expression", "true")));

  private static final String INLINE =
      """
      { dryRun(scorecard: {apiVersion: "portolan.dev/v1", kind: "Scorecard", metadata: {name: "ready", title: "Ready"},
          spec: {levels: [{name: "gold", rank: 2}, {name: "bronze", rank: 1}], rules: [{id: "a", weight: 3}]}}) {
          problems { field rule line column message } entities complete applies levels { level count }
          rules { rule counts { status count } failing failingEntities { name } }
          rise fall falling { ref entity { name } before after } } }""";

  private static final String OF_THE_PAST =
      "query($s: JSON!, $at: DateTime) { dryRun(scorecard: $s, asOf: $at) { entities } }";

  @BeforeEach
  void theServicesAnswer() {
    TestingServices services = gateway.services();
    services.answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    services.answer(
        SCORECARD,
        DRY_RUN,
        body ->
            """
            {"problems":[{"field":"/spec/rules/0/expression","rule":"a","line":null,"column":null,"message":"missing"}],
             "outcome":{"entities":10,"complete":false,"applies":4,"levels":{"gold":1,"":1,"bronze":2},
               "rules":[{"rule":"a","counts":{"FAIL":1,"PASS":3},"failing":["component:default/x"]}],
               "rise":1,"fall":1,"falling":[{"entity":"component:default/x","before":"gold","after":null}]}}""");
  }

  @Test
  void aDescriptorIsHeldAgainstAllEntities() {
    JsonNode answer = gateway.ask(INLINE);
    JsonNode run = answer.at("/data/dryRun");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(run.at("/complete").asBoolean(true)).isFalse();
    assertThat(run.at("/applies").asInt()).isEqualTo(4);
    assertThat(run.at("/levels").toString())
        .isEqualTo(
            """
            [{"level":null,"count":1},{"level":"bronze","count":2},{"level":"gold","count":1}]""");
    assertThat(run.at("/rules/0/counts").toString())
        .isEqualTo("[{\"status\":\"PASS\",\"count\":3},{\"status\":\"FAIL\",\"count\":1}]");
    assertThat(run.at("/rules/0/failingEntities/0/name").asString()).isEqualTo("x");
    assertThat(run.at("/falling/0/before").asString()).isEqualTo("gold");
    assertThat(run.at("/problems/0/field").asString()).isEqualTo("/spec/rules/0/expression");
    JsonNode asked = gateway.services().lastBody(SCORECARD, DRY_RUN);
    assertThat(asked.at("/scorecard/name").asString()).isEqualTo("ready");
    assertThat(asked.at("/scorecard/title").asString()).isEqualTo("Ready");
    assertThat(asked.at("/scorecard/spec/rules/0/weight").isInt()).isTrue();
    assertThat(asked.at("/changes")).isEmpty();
  }

  @Test
  void whatIsNoScorecardIsRefusedWithThePlaceThatIsWrong() {
    assertRefused(
        Map.of(), "/apiVersion of a scorecard's descriptor is portolan.dev/v1; it is missing.");
    assertRefused(
        Map.of("apiVersion", "portolan.dev/v1", "kind", "Component"), "/kind of a scorecard's");
    assertRefused(descriptor(Map.of()), "/metadata/name of a scorecard's descriptor is its name");
    assertRefused(descriptor(Map.of("name", 7)), "/metadata/name");
    assertRefused(descriptor(Map.of("name", "no name")), "The name 'no name' is not valid");
    assertRefused("a text", "is an object with apiVersion");
    assertThat(gateway.services().asked()).isEmpty();
  }

  @Test
  void thePastIsSupposed() {
    gateway
        .services()
        .play(
            INGESTION,
            STATES,
            q ->
                new Answer(
                    200,
                    Fixtures.past().replace("\n", "")
                        + "\n{\"ref\":\"component:default/new\",\"version\":0}\n"
                        + END,
                    "application/jsonl"));

    JsonNode answer = ofThePast("2026-11-02T00:00:00Z");

    assertThat(answer.at("/data/dryRun/entities").asInt()).as(answer.toString()).isEqualTo(10);
    assertThat(gateway.services().asked().getFirst().query())
        .isEqualTo("asOf=2026-11-02T00:00:00Z&changedSince=2026-11-01T23:50:00Z");
    JsonNode changes = gateway.services().lastBody(SCORECARD, DRY_RUN).get("changes");
    assertThat(changes).hasSize(2);
    assertThat(changes.at("/0/entity/spec/x").asInt()).isEqualTo(1);
    assertThat(changes.at("/0/entity/relations/0/target").asString())
        .isEqualTo("group:default/old");
    assertThat(changes.at("/1/ref").asString()).isEqualTo("component:default/new");
    assertThat(changes.at("/1/entity").isNull()).isTrue();
  }

  @Test
  void aPastThatBreaksOffIsNotTakenForTheWhole() {
    gateway
        .services()
        .play(
            INGESTION,
            STATES,
            q -> new Answer(200, Fixtures.past().replace("\n", "") + "\n", "application/jsonl"));

    assertThat(ofThePast("2026-11-02T00:00:00Z").at("/errors/0/message").asString())
        .isEqualTo("ingestion-service broke off while it told the past.");
    assertThat(gateway.services().askedWhat()).doesNotContain("scorecard-service " + DRY_RUN);
  }

  @Test
  void moreThanCanBeSupposedIsRefused() {
    String many =
        IntStream.range(0, 20_001)
            .mapToObj(i -> "{\"ref\":\"component:default/c" + i + "\",\"version\":0}")
            .collect(Collectors.joining("\n", "", "\n" + END));
    gateway.services().play(INGESTION, STATES, q -> new Answer(200, many, "application/jsonl"));

    JsonNode answer = ofThePast("2026-11-02T00:00:00Z");

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("LIMIT_EXCEEDED");
    assertThat(answer.at("/errors/0/message").asString())
        .contains("2026-11-02T00:00:00Z", "20,000 entities", "later moment");
  }

  @Test
  void aMomentThatIsNotKeptOrHasNotComeIsRefused() {
    gateway
        .services()
        .play(INGESTION, STATES, q -> Answer.problem(410, "History begins at 2026-09-01."));

    assertThat(ofThePast("2026-01-01T00:00:00Z").at("/errors/0/message").asString())
        .isEqualTo("History begins at 2026-09-01.");
    assertThat(
            ofThePast(Instant.now().plusSeconds(3_600).toString())
                .at("/errors/0/message")
                .asString())
        .contains("has not come yet");
  }

  @Test
  void aServiceThatIsBusyIsWorthAskingAgain() {
    gateway
        .services()
        .play(SCORECARD, DRY_RUN, q -> Answer.problem(429, "Two dry runs are under way."));

    JsonNode answer = gateway.ask(INLINE);

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("SERVICE_AWAY");
    assertThat(answer.at("/errors/0/message").asString()).contains("Two dry runs");
  }

  private static JsonNode ofThePast(String moment) {
    return gateway.ask(OF_THE_PAST, Map.of("s", descriptor(Map.of("name", "ready")), "at", moment));
  }

  private static void assertRefused(Object descriptor, String why) {
    JsonNode answer = gateway.ask(OF_THE_PAST, Map.of("s", descriptor));
    assertThat(answer.at("/errors/0/message").asString()).contains(why);
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
  }

  private static Map<String, Object> descriptor(Map<String, Object> metadata) {
    return Map.of(
        "apiVersion", "portolan.dev/v1", "kind", "Scorecard", "metadata", metadata, "spec", SPEC);
  }
}
