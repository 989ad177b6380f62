package dev.portolan.cli.whatif;

import static dev.portolan.cli.whatif.Fixtures.DB;
import static dev.portolan.cli.whatif.Fixtures.WEB;
import static dev.portolan.cli.whatif.Fixtures.losing;
import static dev.portolan.cli.whatif.Fixtures.nothingChanges;
import static dev.portolan.cli.whatif.Fixtures.rejecting;
import static dev.portolan.cli.whatif.Fixtures.report;
import static dev.portolan.cli.whatif.Fixtures.webLetsGoOfDb;
import static dev.portolan.cli.whatif.Fixtures.withoutTheGraph;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextPageTest {

  @Test
  void whatChangesNothingIsOneSentence() {
    assertThat(TextPage.of(report(nothingChanges())))
        .isEqualTo(
            "Nothing would change (3 entities would stay as they are). Supposed: 1 file, as a part of what the\nsource samples says.\n");
  }

  @Test
  void allThatFollowsIsTold() {
    assertThat(TextPage.of(report(webLetsGoOfDb())))
        .isEqualTo(
            """
            1 entity would change: 1 updated. 1 other entity of 1 owner is reached; 1 dependency lost and 0
            gained; 1 finding would appear and 0 disappear; 1 scorecard result would change. Supposed: 1 file,
            as a part of what the source samples says.

            Findings that would appear (1)
              no owner  component:default/web

            Dependencies that would be lost (1)
              component:default/web  resource:default/db

            Changes (1)
              updated  component:default/web  /spec/owner: shop → nothing

            Reached (1)
              1 step  1 entity

            Owners to tell (1)
              group:default/shop  1 entity  7 people

            Scorecard results that would change (1)
              component:default/web  scorecard:default/ready  gold → no level  has-owner: pass → fail

            Notes (1)
              A note.
            """);
  }

  @Test
  void whatIsNotKnownIsNoZero() {
    Gaps gaps = new Gaps(List.of("impact: catalog-service is away."), List.of());

    assertThat(TextPage.of(report(withoutTheGraph(webLetsGoOfDb()), gaps)))
        .contains("Not everything could be answered.", "Not known (1)", "catalog-service is away.")
        .doesNotContain("lost", "reached", "appear");
  }

  @Test
  void aRejectedDocumentIsFoundInItsFile() {
    String page =
        TextPage.of(report(rejecting(new WhatIf.Problem(3, "/b", "name", "It is too long."))));

    assertThat(page).contains("web.yaml:2 /b  name  It is too long.", "1 problem keeps documents");
  }

  @Test
  void whatTheServiceDidNotNameIsCountedToo() {
    List<WhatIf.Step> steps =
        IntStream.range(0, 30).mapToObj(i -> new WhatIf.Step(WEB, DB + i)).toList();

    assertThat(TextPage.of(report(losing(webLetsGoOfDb(), 512, steps))))
        .contains("lost (512)", DB + "19\n", "and 492 more")
        .doesNotContain(DB + "20");
  }

  @Test
  void whatDocumentsSayCannotDriveTheTerminal() {
    var problem = new WhatIf.Problem(2, null, "name", "No \u001b[2Jname\nhere");

    assertThat(TextPage.of(report(rejecting(problem))))
        .contains("No [2Jname here")
        .doesNotContain("\u001b");
  }
}
