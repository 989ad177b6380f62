package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.INGESTION;
import static dev.portolan.gateway.service.Service.SCORECARD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class WhatIfQueriesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String QUESTION =
      """
      query($documents: String!) { whatIf(source: "git", documents: $documents, retract: ["Component:old"]) {
          changes { ref change version before after changed { path before after } }
          unchanged rejected notes held
          impact { total byOwner { key count } entities(first: 2) { nodes { ref } } }
          lost { total steps { ref dependency } } gained { total }
          appearing { kind ref weight related entity { name } } appearingTotal disappearingTotal
          scorecards { scorecardRef ref before { level score } after { level } rules { rule before after } } } }""";

  @BeforeEach
  void theServicesAnswer() {
    TestingServices services = gateway.services();
    services.answer(INGESTION, "POST /api/sources/git/what-if", body -> dryRun(CHANGE));
    services.answer(
        CATALOG,
        "POST /api/what-if",
        body ->
            """
            {"impact":%s,"lost":{"total":1,"steps":[{"ref":"component:default/a","dependency":"component:default/b"}]},
             "gained":{"total":0,"steps":[]},
             "appearing":[{"kind":"NO_OWNER","ref":"component:default/a","weight":0,"related":[]}],
             "appearingTotal":1,"disappearing":[],"disappearingTotal":0}"""
                .formatted(
                    Fixtures.impact(9, 2, true)
                        .replace("\"root\":\"component:default/db\",", "")
                        .replace(",\"stale\":false", "")));
    services.answer(
        SCORECARD,
        "POST /api/what-if",
        body ->
            """
            {"results":[{"scorecard":"scorecard:default/ready","ref":"component:default/a",
              "before":{"level":"gold","score":0.5},"after":{"level":null,"score":0},
              "rules":[{"rule":"has-owner","before":"PASS","after":"FAIL"}]}]}""");
    services.answer(CATALOG, "POST /api/entities/batch", Fixtures::everyEntity);
  }

  private static final String CHANGE =
      """
      {"ref":"component:default/a","change":"UPDATED","version":8,
       "before":{"kind":"Component","namespace":"default","name":"a","spec":{"owner":"x"},"relations":[]},
       "after":{"kind":"Component","namespace":"default","name":"a","spec":{},"relations":[]},
       "changed":[{"path":"/spec/owner","before":"x","after":null}]}""";

  private static String dryRun(String changes) {
    return """
        {"changes":[%s],"unchanged":3,"rejected":[{"document":2,"detail":"no kind"}],"notes":["a note"],"held":null}"""
        .formatted(changes);
  }

  @Test
  void whatDocumentsWouldChangeIsAskedOfAllThreeServices() {
    JsonNode answer = gateway.ask(QUESTION, Map.of("documents", "kind: Component # ä"));

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    JsonNode whatIf = answer.at("/data/whatIf");
    assertThat(whatIf.at("/changes/0/version").asInt()).isEqualTo(8);
    assertThat(whatIf.at("/changes/0/before/spec/owner").asString()).isEqualTo("x");
    assertThat(whatIf.at("/rejected/0/detail").asString()).isEqualTo("no kind");
    assertThat(whatIf.at("/impact/total").asInt()).isEqualTo(9);
    assertThat(whatIf.at("/impact/entities/nodes").size()).isEqualTo(2);
    assertThat(whatIf.at("/lost/steps/0/dependency").asString()).isEqualTo("component:default/b");
    assertThat(whatIf.at("/appearing/0/kind").asString()).isEqualTo("NO_OWNER");
    assertThat(whatIf.at("/scorecards/0/rules/0/after").asString()).isEqualTo("FAIL");
    TestingServices services = gateway.services();
    assertThat(services.lastBody(INGESTION, "POST /api/sources/git/what-if").asString())
        .isEqualTo("kind: Component # ä");
    assertThat(services.asked().getFirst().query())
        .isEqualTo("mode=delta&retract=component:default/old");
    assertThat(services.lastBody(CATALOG, "POST /api/what-if").at("/changes/0").propertyNames())
        .containsExactlyInAnyOrder("ref", "entity");
    assertThat(services.askedWhat())
        .as("each service is asked once, and the entities once")
        .hasSize(4);
  }

  @Test
  void withoutTheScorecardsTheRestComes() {
    gateway.services().away(SCORECARD);

    JsonNode answer = gateway.ask(QUESTION, Map.of("documents", "kind: Component"));

    assertThat(answer.at("/data/whatIf/scorecards").isNull()).isTrue();
    assertThat(answer.at("/data/whatIf/impact/total").asInt()).isEqualTo(9);
    assertThat(answer.at("/errors").size()).isEqualTo(1);
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("SERVICE_AWAY");
  }

  @Test
  void ofNoChangeNothingFollowsAndNobodyIsAsked() {
    gateway.services().answer(INGESTION, "POST /api/sources/git/what-if", body -> dryRun(""));

    JsonNode answer = gateway.ask(QUESTION, Map.of("documents", ""));

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/whatIf/impact/total").asInt()).isZero();
    assertThat(gateway.services().asked()).hasSize(1);
  }

  @Test
  void mostQuestionsRetractNothing() {
    String question = QUESTION.replace(", retract: [\"Component:old\"]", "");

    JsonNode answer = gateway.ask(question, Map.of("documents", "kind: Component"));

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(answer.at("/data/whatIf/impact/total").asInt()).isEqualTo(9);
    assertThat(gateway.services().asked().getFirst().query()).isEqualTo("mode=delta");
  }
}
