package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.INGESTION;
import static dev.portolan.gateway.service.Service.SCORECARD;
import static dev.portolan.gateway.service.Service.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.gateway.TestingServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

class AwayServicesIT {
  @RegisterExtension
  static final RunningGateway gateway =
      new RunningGateway(
          "--portolan.services.read-timeout=300ms",
          "--portolan.services.answer-timeout=1500ms",
          "--portolan.changes.kafka=127.0.0.1:1",
          "--portolan.changes.timeout=500ms");

  private static final String EVERYTHING =
      """
      { entity(ref: "component:checkout") {
          ref
          scorecardResults { level }
          history { totalCount }
          provenance { path } }
        search(text: "pay") { totalCount }
        scorecards { title } }""";

  @Test
  void whenTheOthersAreAwayTheCatalogsPartStillComes() {
    gateway.services().answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
    gateway.services().away(SEARCH, SCORECARD, INGESTION);

    JsonNode answer = gateway.ask(EVERYTHING);

    assertThat(answer.at("/data/entity/ref").asString()).isEqualTo("component:default/checkout");
    assertThat(answer.at("/data/entity/scorecardResults").isNull()).isTrue();
    assertThat(answer.at("/data/search").isNull()).isTrue();
    assertThat(answer.get("errors").findValuesAsString("code"))
        .hasSize(5)
        .containsOnly("SERVICE_AWAY");
    assertThat(answer.get("errors").findValuesAsString("service"))
        .contains("search-service", "scorecard-service", "ingestion-service");
    assertThat(answer.toString()).doesNotContain("127.0.0.1").doesNotContain("Exception");
  }

  @Test
  void aServiceThatIsBackIsAskedAgain() {
    gateway.services().away(SEARCH);
    for (int i = 0; i < 10; i++) {
      assertThat(gateway.ask("{ search(text: \"x\") { totalCount } }").has("errors")).isTrue();
    }
    int askedWhileAway = gateway.services().asked().size();
    assertThat(askedWhileAway)
        .as("each question is tried twice, and soon not at all")
        .isLessThan(20);

    gateway.services().back(SEARCH);
    gateway.services().answer(SEARCH, "POST /api/search", body -> Hits.none());

    await()
        .untilAsserted(
            () ->
                assertThat(
                        gateway
                            .ask("{ search(text: \"x\") { totalCount } }")
                            .at("/data/search/totalCount")
                            .isNumber())
                    .isTrue());
  }

  @Test
  void aServiceThatIsTooSlowIsNotWaitedForForEver() {
    gateway.services().answer(CATALOG, "POST /api/entities/query", body -> Fixtures.page(1, 1));
    gateway.services().slow(SEARCH);

    JsonNode answer = gateway.ask("{ search(text: \"x\") { totalCount } entities { totalCount } }");

    assertThat(answer.at("/data/entities/totalCount").asInt()).isEqualTo(1);
    assertThat(answer.at("/errors/0/message").asString())
        .isEqualTo("search-service took too long.");
    gateway.services().back(SEARCH);
  }

  @Test
  void aServiceThatDripsItsAnswerIsNotWaitedForForEver() {
    gateway.services().dripping(SEARCH);

    JsonNode answer = gateway.ask("{ search(text: \"x\") { totalCount } }");

    assertThat(answer.at("/errors/0/message").asString())
        .isEqualTo("search-service took too long.");
    await("the connection is free for others").until(() -> gateway.services().isHungUpOn(SEARCH));
    gateway.services().back(SEARCH);
  }

  @Test
  void aServiceThatFailsOnOneQuestionIsStillAskedTheNext() {
    gateway
        .services()
        .play(SCORECARD, "GET /api/scorecards", q -> new Answer(500, "java.lang.Oops at secret"));
    for (int i = 0; i < 10; i++) {
      JsonNode answer = gateway.ask("{ scorecards { title } }");
      assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("SERVICE_FAILED");
      assertThat(answer.toString()).doesNotContain("secret");
    }
    gateway.services().answer(SCORECARD, "GET /api/scorecards", body -> Fixtures.scorecards());

    assertThat(gateway.ask("{ scorecards { title } }").at("/data/scorecards/0/title").asString())
        .isEqualTo("Ready");
  }

  @Test
  void anAnswerThatCannotBeReadIsAFailureOfThatServiceAlone() {
    gateway.services().answer(SCORECARD, "GET /api/scorecards", body -> "{\"scorecards\": [tru");

    JsonNode answer = gateway.ask("{ scorecards { title } }");

    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("SERVICE_FAILED");
    assertThat(answer.at("/errors/0/message").asString())
        .isEqualTo("scorecard-service answered what cannot be read.");
  }

  @Test
  void theGatewayIsUpAndTellsWhichServiceIsAway() {
    gateway.services().away(SEARCH);

    JsonNode health =
        RestClient.create(gateway.url())
            .get()
            .uri("/actuator/health")
            .retrieve()
            .body(JsonNode.class);

    assertThat(health).isNotNull();
    assertThat(health.get("status").asString()).isEqualTo("UP");
    assertThat(health.at("/components/services/components/search-service/status").asString())
        .isEqualTo("AWAY");
    assertThat(health.toString()).doesNotContain("127.0.0.1");
  }

  @Test
  void whenKafkaIsAwayTheCatalogIsAnsweredAndSubscriptionsSayWhyNot() {
    gateway.services().answer(CATALOG, "POST /api/entities/query", body -> Fixtures.page(1, 1));

    JsonNode answer = gateway.ask("{ changesCursor entities { totalCount } }");

    assertThat(answer.at("/data/entities/totalCount").asInt()).isEqualTo(1);
    assertThat(answer.at("/errors/0/message").asString())
        .isEqualTo("Changes cannot be followed now: Kafka does not answer.");
    try (Subscriber subscriber =
        new Subscriber(gateway.url(), "subscription { entityChanged { ref } }", null)) {
      assertThat(subscriber.next().findValuesAsString("code")).containsExactly("SERVICE_AWAY");
    }
  }
}
