package dev.portolan.ingestion.descriptor;

import static dev.portolan.ingestion.descriptor.DescriptorFixtures.CHECKOUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.descriptor.Placeholders.Resolution;
import dev.portolan.ingestion.descriptor.body.Limits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholderLimitsTest {
  private int resolved;

  @Test
  void anAliasOfAPlaceholderIsAPlaceholderOfItsOwn() {
    String yaml = CHECKOUT + "  a: &a {x: {$text: a.txt}}\n  b: *a\n";

    assertThat(new Reading(read(yaml, "A")).entity().entity().spec())
        .containsEntry("a", Map.of("x", "A"))
        .containsEntry("b", Map.of("x", "A"));
    assertThat(resolved).isEqualTo(2);
  }

  @Test
  void aliasesOfAPlaceholderMayNotBlowTheDocumentUp() {
    String yaml = CHECKOUT + "  a: &a {x: {$text: a.txt}}\n  b: [" + "*a, ".repeat(100) + "]\n";

    assertThat(read(yaml, "x".repeat(Limits.DOCUMENT_BYTES / 10 - 10)))
        .satisfies(this::isRejectedOnce);
    assertThat(resolved).isEqualTo(11);
  }

  @Test
  void aliasesInsideOfContentsCountAsTheyAreWrittenOut() {
    String bomb = "a: &a " + "x".repeat(1000) + "\nb: [" + "*a, ".repeat(900) + "]\n";
    String yaml = CHECKOUT + "  l: [" + "{$yaml: a.yaml}, ".repeat(50) + "]\n";

    assertThat(read(yaml, bomb)).satisfies(this::isRejectedOnce);
    assertThat(resolved).isEqualTo(2);
  }

  @Test
  void noMoreFilesAreReadThanAnAuthorNames() {
    String yaml = CHECKOUT + "  l: [" + "{$text: a.txt}, ".repeat(Limits.PLACEHOLDERS + 10) + "]\n";

    assertThat(read(yaml, "")).satisfies(this::isRejectedOnce);
    assertThat(resolved).isEqualTo(Limits.PLACEHOLDERS);
  }

  @Test
  void contentsNestNoDeeperThanWhatIsSent() {
    String yaml = CHECKOUT + "  a: {b: {$json: a.json}}\n";
    int room = Limits.DEPTH - 3;

    assertThat(read(yaml, "[".repeat(room) + "]".repeat(room)))
        .hasOnlyElementsOfType(ReadDocument.Accepted.class);
    assertThat(read(yaml, "[".repeat(room + 1) + "]".repeat(room + 1)))
        .satisfies(this::isRejectedOnce);
  }

  @Test
  void whatContentsHoldKeepsTheRulesOfTexts() {
    String yaml = CHECKOUT + "  a: {$text: a.txt}\n";

    assertThat(new Reading(read(yaml, "a\0b")).problem())
        .extracting(Problem::rule, Problem::field, Problem::line)
        .containsExactly("control-character", "/spec/a", 16);
    assertThat(new Reading(read(yaml.replace("$text", "$json"), "{\"x\": \"\\u0000\"}")).problem())
        .extracting(Problem::rule, Problem::field, Problem::line)
        .containsExactly("control-character", "/spec/a/x", 16);
    assertThat(new Reading(read(yaml.replace("$text", "$yaml"), "[1e999]")).problem())
        .extracting(Problem::rule, Problem::field)
        .containsExactly("number", "/spec/a/0");
  }

  private void isRejectedOnce(List<? extends ReadDocument> documents) {
    assertThat(new Reading(List.copyOf(documents)).problem().rule()).isEqualTo("placeholder");
  }

  private List<ReadDocument> read(String body, String content) {
    List<ReadDocument> documents = new ArrayList<>();
    Placeholders placeholders =
        placeholder -> {
          resolved++;
          return new Resolution.Content(content);
        };
    try {
      new DescriptorReader()
          .read(
              new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
              placeholders,
              documents::add);
    } catch (IOException | UnreadableBodyException e) {
      throw new AssertionError(e);
    }
    return documents;
  }
}
