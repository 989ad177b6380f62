package dev.portolan.gateway;

import static dev.portolan.gateway.service.Service.CATALOG;
import static dev.portolan.gateway.service.Service.INGESTION;
import static dev.portolan.gateway.service.Service.SEARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.gateway.TestingServices.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class SavedSearchesIT {
  @RegisterExtension static final RunningGateway gateway = new RunningGateway();

  private static final String PUSH = "POST /api/sources/portal/entities";
  private static final String SAVE =
      """
      mutation { saveSearch(input: {name: "no-runbook", title: "No runbook", text: "kind:component -has:runbook",
          owner: "sre"}) { ref version } }""";

  @Test
  void aSearchIsTriedAndThenToldAsADescriptorOfTheSourcePortal() {
    gateway.services().answer(SEARCH, "POST /api/search", body -> Hits.one());
    gateway
        .services()
        .answer(
            INGESTION,
            PUSH,
            body ->
                """
                {"accepted":1,"entities":[
                  {"document":1,"ref":"savedsearch:default/no-runbook","version":1,"change":"CREATED"}]}""");

    JsonNode answer = gateway.ask(SAVE);

    assertThat(answer.at("/data/saveSearch/version").asInt()).as(answer.toString()).isEqualTo(1);
    assertThat(gateway.services().lastBody(SEARCH, "POST /api/search").path("text").asString())
        .isEqualTo("kind:component -has:runbook");
    assertThat(gateway.services().lastBody(INGESTION, PUSH).toString())
        .isEqualTo(
            """
            [{"apiVersion":"portolan.dev/v1","kind":"SavedSearch",\
            "metadata":{"name":"no-runbook","namespace":"default","title":"No runbook"},\
            "spec":{"text":"kind:component -has:runbook","owner":"sre"}}]""");
  }

  @Test
  void whatIsNoSearchIsNotSavedAndTheMistakeIsSaid() {
    gateway
        .services()
        .play(
            SEARCH,
            "POST /api/search",
            q -> Answer.problem(400, "At character 1: There is no key knd."));

    JsonNode answer = gateway.ask(SAVE);

    assertThat(answer.at("/errors/0/message").asString()).contains("At character 1");
    assertThat(answer.at("/errors/0/extensions/code").asString()).isEqualTo("BAD_REQUEST");
    assertThat(gateway.services().askedWhat()).doesNotContain(PUSH);
  }

  @Test
  void aNameThatBreaksTheRulesIsRefusedInTheWordsOfTheRule() {
    gateway.services().answer(SEARCH, "POST /api/search", body -> Hits.one());
    gateway
        .services()
        .play(
            INGESTION,
            PUSH,
            q ->
                new Answer(
                    422,
                    """
                    {"detail":"1 of 1 documents broke a rule.","problems":[
                      {"document":1,"rule":"name","message":"A name has no spaces."}]}""",
                    "application/problem+json"));

    assertThat(gateway.ask(SAVE).at("/errors/0/message").asString())
        .isEqualTo("1 of 1 documents broke a rule. A name has no spaces.");
  }

  @Test
  void aSavedSearchIsAskedAgainByItsNameAndNarrowed() {
    saved("{\"text\":\"kind:component -has:runbook\"}");
    gateway.services().answer(SEARCH, "POST /api/search", body -> Hits.one());

    JsonNode answer =
        gateway.ask("{ search(text: \"pay\", saved: \"no-runbook\") { totalCount } }");

    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    assertThat(gateway.services().lastBody(CATALOG, "POST /api/entities/batch").toString())
        .contains("savedsearch:default/no-runbook");
    assertThat(gateway.services().lastBody(SEARCH, "POST /api/search").path("text").asString())
        .isEqualTo("kind:component -has:runbook pay");
  }

  @Test
  void whatIsNoSavedSearchIsNotAsked() {
    gateway.services().answer(CATALOG, "POST /api/entities/batch", body -> "{\"entities\":[]}");
    assertThat(
            gateway
                .ask("{ search(text: \"\", saved: \"gone\") { totalCount } }")
                .at("/errors/0/extensions/code")
                .asString())
        .isEqualTo("NOT_FOUND");

    saved("{}");
    assertThat(
            gateway
                .ask("{ search(text: \"\", saved: \"no-runbook\") { totalCount } }")
                .at("/errors/0/message")
                .asString())
        .contains("is no saved search");
    assertThat(gateway.services().askedWhat()).doesNotContain("POST /api/search");
  }

  @Test
  void whatWasSavedHereIsForgottenAndWhatASourceDescribesIsNot() {
    String what = "DELETE /api/sources/portal/entities/savedsearch:default/no-runbook";
    String gone = "{\"ref\":\"savedsearch:default/no-runbook\",\"version\":2,\"change\":\"%s\"}";
    String forget = "mutation { forgetSearch(ref: \"no-runbook\") { version } }";
    gateway.services().answer(INGESTION, what, body -> gone.formatted("DELETED"));

    assertThat(gateway.ask(forget).at("/data/forgetSearch/version").asInt()).isEqualTo(2);

    gateway.services().answer(INGESTION, what, body -> gone.formatted("UNCHANGED"));
    assertThat(gateway.ask(forget).at("/errors/0/message").asString()).contains("removed there");
    assertThat(
            gateway
                .ask("mutation { forgetSearch(ref: \"component:a\") { version } }")
                .at("/errors/0/message")
                .asString())
        .contains("is no saved search");
  }

  private static void saved(String spec) {
    gateway
        .services()
        .answer(
            CATALOG,
            "POST /api/entities/batch",
            body ->
                """
                {"entities":[{"ref":"savedsearch:default/no-runbook","version":1,"kind":"SavedSearch",
                  "namespace":"default","name":"no-runbook","spec":%s,"stale":false}]}"""
                    .formatted(spec));
  }
}
