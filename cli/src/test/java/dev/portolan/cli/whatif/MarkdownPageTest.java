package dev.portolan.cli.whatif;

import static dev.portolan.cli.whatif.Fixtures.DB;
import static dev.portolan.cli.whatif.Fixtures.WEB;
import static dev.portolan.cli.whatif.Fixtures.losing;
import static dev.portolan.cli.whatif.Fixtures.rejecting;
import static dev.portolan.cli.whatif.Fixtures.report;
import static dev.portolan.cli.whatif.Fixtures.webLetsGoOfDb;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownPageTest {

  @Test
  void aCommentBeginsWithWhatItComesToAndHasTables() {
    assertThat(MarkdownPage.of(report(webLetsGoOfDb())))
        .startsWith("**What this would change.** 1 entity would change: 1 updated.")
        .contains(
            """
            **Dependencies that would be lost (1)**

            | entity | depends on |
            | --- | --- |
            | `component:default/web` | `resource:default/db` |
            """)
        .doesNotContain("<details>");
  }

  @Test
  void longTablesAreFoldedAndCut() {
    String page = MarkdownPage.of(report(losing(webLetsGoOfDb(), 512, steps(100))));

    assertThat(page)
        .contains(
            "<details><summary>Dependencies that would be lost (512)</summary>", "and 487 more");
    assertThat(page.lines().filter(line -> line.contains(DB))).hasSize(25);
  }

  @Test
  void whatDocumentsSayNeitherBreaksATableNorCallsAnybody() {
    var problem = new WhatIf.Problem(2, "/a|`b", "name", "<img> @ada [x](y) | z");

    assertThat(MarkdownPage.of(report(rejecting(problem))))
        .contains("`web.yaml:1 /a\\|'b`", "\\<img\\> @<!-- -->ada \\[x\\](y) \\| z");
  }

  private static List<WhatIf.Step> steps(int count) {
    return IntStream.range(0, count).mapToObj(i -> new WhatIf.Step(WEB, DB + i)).toList();
  }
}
