package dev.portolan.search.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.search.indexing.PageText.Section;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageTextTest {

  @Test
  void everyBlockIsALineAndEveryHeadingBeginsASection() {
    PageText page =
        PageText.of(
            """
            # The *pay* service

            Takes money,
            and [gives](https://example.com/change) change.

            - one
            - two `x = 1`

            Set below
            ---------

            ```sh
            ./run --fast
            ```
            """);

    assertThat(page.text())
        .isEqualTo(
            "The pay service\nTakes money, and gives change.\none\ntwo x = 1\nSet below\n./run --fast\n");
    assertThat(page.sections())
        .extracting(Section::heading, Section::anchor)
        .containsExactly(
            tuple("The pay service", "the-pay-service"), tuple("Set below", "set-below"));
    assertThat(page.sections()).allSatisfy(section -> startsWithItsHeading(page, section));
  }

  @Test
  void headingsOfTheSameWordsHaveAnchorsOfTheirOwn() {
    assertThat(PageText.of("# Setup\n\n# Setup\n").sections())
        .extracting(Section::anchor)
        .containsExactly("setup", "setup-1");
  }

  @Test
  void aPageWithoutWordsHasNoText() {
    assertThat(PageText.of("")).isEqualTo(new PageText("", List.of()));
    assertThat(PageText.of("<!-- -->\n\n---\n").text()).isBlank();
  }

  @Test
  void whateverIsWrittenIsReadWithinBounds() {
    List<String> bombs =
        List.of(
            ">".repeat(260_000),
            "- ".repeat(130_000),
            "*a **b ".repeat(37_000),
            "[".repeat(260_000),
            "[a](".repeat(65_000),
            "`".repeat(260_000),
            "<".repeat(260_000),
            "# a\n".repeat(65_000),
            "&amp;".repeat(52_000),
            "a\n===\n".repeat(37_000));

    for (String bomb : bombs) {
      PageText page = PageText.of(bomb);

      assertThat(page.text().length()).isLessThanOrEqualTo(PageText.LONGEST);
      assertThat(page.sections()).hasSizeLessThanOrEqualTo(1_000);
    }
  }

  @Test
  void everySectionBeginsWithItsHeadingWhateverThePage() {
    String letters = "#*_`[]()<>!-+=|~ \n\n\tabc1&\\\ud83d\ude00";
    Random random = new Random(20_261_127);
    for (int round = 0; round < 2_000; round++) {
      StringBuilder markdown = new StringBuilder();
      for (int i = random.nextInt(200); i > 0; i--) {
        markdown.append(letters.charAt(random.nextInt(letters.length())));
      }

      PageText page = PageText.of(markdown.toString());

      assertThat(page.sections())
          .as(markdown.toString())
          .allSatisfy(section -> startsWithItsHeading(page, section));
    }
  }

  private static void startsWithItsHeading(PageText page, Section section) {
    assertThat(page.text().substring(section.start()).strip()).startsWith(section.heading());
  }
}
