package dev.portolan.cli.lint;

import static dev.portolan.cli.lint.Fixtures.aBadName;
import static dev.portolan.cli.lint.Fixtures.held;
import static dev.portolan.cli.lint.Fixtures.nothingToSay;
import static dev.portolan.cli.lint.Fixtures.problem;
import static dev.portolan.cli.lint.Fixtures.rejecting;
import static dev.portolan.cli.lint.Fixtures.rejectingMany;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextPageTest {

  @Test
  void whatChangesNothingIsOneLine() {
    assertThat(TextPage.of(nothingToSay()))
        .isEqualTo(
            "1 file as a part of what the source shop says: 0 created, 0 updated, 0 deleted,"
                + " 2 unchanged, 0 rejected, 0 passed over.\n");
  }

  @Test
  void problemsStandFirstWithTheirPlaceAndTheSumLast() {
    assertThat(TextPage.of(aBadName()))
        .isEqualTo(
            """
            catalog/shop/cart.yaml:4: metadata.name: The name 'my cart' has a blank.

            Changes (1)
              updated  component:default/web  /spec/owner: a → b

            Passed over (1)
              catalog/k8s.yaml:1  a Kubernetes manifest, v1 Service

            Notes (1)
              A note.

            3 files as a part of what the source shop says: 0 created, 1 updated, 0 deleted, 2 unchanged, 1 rejected, 1 passed over.
            """);
  }

  @Test
  void aSyncThatWouldBeHeldIsSaidTwice() {
    assertThat(TextPage.of(held()))
        .contains("25 would be retracted.")
        .endsWith("; the sync would be held.\n");
  }

  @Test
  void moreProblemsThanAnybodyReadsAreCounted() {
    String page = TextPage.of(rejectingMany(1_000));

    assertThat(page.lines().filter(line -> line.endsWith(": No."))).hasSize(200);
    assertThat(page).contains("and 800 more problems", "Only the first 1,000 problems are named.");
  }

  @Test
  void whatDocumentsSayCannotDriveTheTerminal() {
    assertThat(TextPage.of(rejecting(problem("a.yaml", 1, "yaml", "No \u001b[2Jname\n::error::x"))))
        .contains(": yaml: No [2Jname ::error::x\n")
        .doesNotContain("\u001b");
  }
}
