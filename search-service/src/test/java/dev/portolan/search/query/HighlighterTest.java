package dev.portolan.search.query;

import static dev.portolan.search.EntityFixtures.component;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.search.EntityFixtures.Draft;
import dev.portolan.search.indexing.SearchDocument;
import dev.portolan.search.query.SearchResult.Highlight;
import dev.portolan.search.query.SearchResult.Section;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HighlighterTest {

  @Test
  void marksWordsAndBeginningsInEveryFieldThatIsSearched() {
    Draft checkout =
        component("checkout-payment-api")
            .titled("Payments for the checkout")
            .described("Takes PAYMENT by card.")
            .tagged("java", "payment-card")
            .ownedBy("payment-team")
            .with("notes", "repay");

    assertThat(highlights("payment", checkout))
        .containsExactly(
            new Highlight("name", List.of("checkout-<em>payment</em>-api")),
            new Highlight("title", List.of("<em>Payments</em> for the checkout")),
            new Highlight("tags", List.of("<em>payment</em>-card")),
            new Highlight("owner", List.of("<em>payment</em>-team")),
            new Highlight("description", List.of("Takes <em>PAYMENT</em> by card.")));
  }

  @Test
  void marksMisspeltWordsOnlyWhereTheSearchWasTolerant() {
    Draft payment = component("payment");

    assertThat(highlights("paymnet", payment)).isEmpty();
    assertThat(
            new Highlighter(SearchText.of("paymnet"), true)
                .of(SearchDocument.of(payment.entity(), payment.version(1))))
        .containsExactly(new Highlight("name", List.of("<em>payment</em>")));
  }

  @Test
  void ofAPageTheSectionIsShownThatHasMostOfWhatIsSought() {
    Draft runbook =
        component("page-1")
            .related("documents", "component:default/checkout")
            .with("text", "Payments\n\n# One\n\nPayments\n\n# Two\n\nCards\n\nno payments");

    assertThat(highlights("payments", runbook))
        .containsExactly(new Highlight("content", List.of("<em>Payments</em>")));
    assertThat(highlights("payments one", runbook))
        .containsExactly(
            new Highlight(
                "content",
                List.of("<em>One</em>", "<em>Payments</em>"),
                new Section("One", "one")));
    assertThat(highlights("payments cards", runbook))
        .containsExactly(
            new Highlight(
                "content",
                List.of("<em>Cards</em>", "no <em>payments</em>"),
                new Section("Two", "two")));
  }

  @Test
  void noMarkupOfTheTextGetsThrough() {
    assertThat(
            fragments(
                "evil",
                "<img src=x onerror=\"evil('&')\"> <em>not ours</em> <evil></em> &lt;evil&gt;"))
        .containsExactly(
            "&lt;img src=x onerror=&quot;<em>evil</em>(&#39;&amp;&#39;)&quot;&gt; &lt;em&gt;not"
                + " ours&lt;/em&gt; &lt;<em>evil</em>&gt;&lt;/em&gt;"
                + " &amp;lt;<em>evil</em>&amp;gt;");
  }

  @Test
  void ofALongTextShowsThePiecesThatHoldMostOfWhatIsSought() {
    String filler = "lorem ipsum dolor sit amet ".repeat(20);

    assertThat(
            fragments(
                "blue whale", "A blue car. " + filler + "Here the blue whale sings. " + filler))
        .hasSize(2)
        .allSatisfy(fragment -> assertThat(fragment.length()).isLessThan(160))
        .satisfies(
            fragments -> {
              assertThat(fragments.getFirst()).startsWith("A <em>blue</em> car.");
              assertThat(fragments.getLast()).contains("the <em>blue</em> <em>whale</em> sings");
            });
  }

  @Test
  void aPieceKeepsToItsLine() {
    assertThat(fragments("whale", "first\nthe whale\nlast")).containsExactly("the <em>whale</em>");
  }

  @Test
  void whateverTheTextItsMarksAreTheOnlyMarkupAndItsWordsAreKept() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      String text = text(random, random.nextInt(400));
      for (String fragment : fragments(text(random, 6) + " <em", text)) {
        String stripped = fragment.replace("<em>", "").replace("</em>", "");
        assertThat(stripped).as("seed %d", seed).doesNotContain("<", ">", "\"", "'");
        assertThat(text).as("seed %d", seed).contains(unescaped(stripped));
      }
    }
  }

  private static String text(Random random, int length) {
    String alphabet = "ab<>&\"' \n-é船";
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static List<String> fragments(String text, String description) {
    return highlights(text, component("x1").described(description)).stream()
        .filter(highlight -> highlight.field().equals("description"))
        .flatMap(highlight -> highlight.fragments().stream())
        .toList();
  }

  private static List<Highlight> highlights(String text, Draft draft) {
    return new Highlighter(SearchText.of(text), false)
        .of(SearchDocument.of(draft.entity(), draft.version(1)));
  }
}
