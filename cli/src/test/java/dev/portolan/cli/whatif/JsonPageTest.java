package dev.portolan.cli.whatif;

import static dev.portolan.cli.whatif.Fixtures.json;
import static dev.portolan.cli.whatif.Fixtures.rejecting;
import static dev.portolan.cli.whatif.Fixtures.report;
import static dev.portolan.cli.whatif.Fixtures.webLetsGoOfDb;
import static dev.portolan.cli.whatif.Fixtures.withoutTheGraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JsonPageTest {

  @Test
  void theNamesAndTheirOrderStay() {
    assertThat(json(JsonPage.of(report(webLetsGoOfDb()))).propertyNames())
        .containsExactly(
            "source",
            "mode",
            "files",
            "missing",
            "cut",
            "changes",
            "unchanged",
            "rejected",
            "notes",
            "held",
            "impact",
            "lost",
            "gained",
            "appearing",
            "disappearing",
            "scorecards");
  }

  @Test
  void allIsThereAsItWasAnswered() {
    JsonNode page = json(JsonPage.of(report(webLetsGoOfDb())));

    assertThat(page.at("/mode").asString()).isEqualTo("delta");
    assertThat(page.at("/changes/0/changed/0/before").asString()).isEqualTo("shop");
    assertThat(page.at("/impact/owners/0/peopleTotal").asInt()).isEqualTo(7);
    assertThat(page.at("/lost/steps/0/dependency").asString()).isEqualTo(Fixtures.DB);
    assertThat(page.at("/appearing/total").asInt()).isEqualTo(1);
    assertThat(page.at("/scorecards/0/rules/0/after").asString()).isEqualTo("FAIL");
  }

  @Test
  void aPartThatWasNotAnsweredIsNullAndSaysSo() {
    Gaps gaps = new Gaps(List.of("lost: catalog-service is away."), List.of());
    JsonNode page = json(JsonPage.of(report(withoutTheGraph(webLetsGoOfDb()), gaps)));

    assertThat(page.path("lost").isNull()).isTrue();
    assertThat(page.path("appearing").isNull()).isTrue();
    assertThat(page.at("/missing/0").asString()).isEqualTo("lost: catalog-service is away.");
  }

  @Test
  void aRejectionNamesItsFile() {
    JsonNode page = json(JsonPage.of(report(rejecting(new WhatIf.Problem(3, null, "r", "No.")))));

    assertThat(page.at("/rejected/0/file").asString()).isEqualTo("web.yaml");
    assertThat(page.at("/rejected/0/line").asInt()).isEqualTo(2);
  }
}
