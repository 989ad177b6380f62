package dev.portolan.ingestion.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.descriptor.format.Formats;
import dev.portolan.ingestion.observation.Description;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What holds of every reading, whatever was read. */
final class SoundReading {
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final DescriptorReader READER =
      new DescriptorReader()
          .reading(
              Formats.named(
                  List.of(
                      "asyncapi", "graphql", "kubernetes", "openapi", "protobuf", "terraform")));

  /** Of a message: an answer holds a thousand of them. */
  private static final int LONGEST = 5_000;

  private SoundReading() {}

  /**
   * Reads a file in every format, each placeholder in it standing for the file itself.
   *
   * @param file its name
   * @return what became of it: `accepted`, `passed over`, `broken off`, or the rule that is broken
   */
  static List<String> of(String file, byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    List<ReadDocument> documents = new ArrayList<>();
    List<String> outcomes = new ArrayList<>();
    try {
      READER
          .lookingAhead(() -> new ByteArrayInputStream(body))
          .read(
              file,
              new ByteArrayInputStream(body),
              _ -> new Placeholders.Resolution.Content(text),
              documents::add);
    } catch (UnreadableBodyException e) {
      assertThat(e.line()).isBetween(1, linesOf(text, "\n"));
      assertThat(e.column()).isPositive();
      outcomes.add("broken off");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // YAML also ends a line at these, and counts it.
    int lines = linesOf(text, "\r\n|[\n\r\u0085\u2028\u2029]");
    int last = 0;
    for (ReadDocument document : documents) {
      // None is left out; a list of entities is several readings of one document.
      assertThat(document.document()).isBetween(Math.max(1, last), last + 1);
      last = document.document();
      outcomes(document, lines).forEach(outcomes::add);
    }
    return outcomes;
  }

  private static Stream<String> outcomes(ReadDocument document, int lines) {
    return switch (document) {
      case ReadDocument.Accepted accepted -> {
        // What is accepted can be sent: no half of a character, no number beyond JSON.
        assertThat(MAPPER.writeValueAsBytes(accepted.entity())).isNotEmpty();
        assertThat(Description.of(accepted.entity()).json()).isNotEmpty();
        yield Stream.of("accepted");
      }
      case ReadDocument.Rejected rejected -> {
        assertThat(rejected.problems()).isNotEmpty();
        for (Problem problem : rejected.problems()) {
          assertThat(problem.line()).isBetween(1, lines);
          assertThat(problem.message()).isNotBlank().hasSizeLessThan(LONGEST);
        }
        yield rejected.problems().stream().map(Problem::rule);
      }
      case ReadDocument.PassedOver passedOver -> {
        assertThat(passedOver.line()).isBetween(1, lines);
        assertThat(passedOver.reason()).isNotBlank().hasSizeLessThan(LONGEST);
        yield Stream.of("passed over");
      }
    };
  }

  private static int linesOf(String text, String ends) {
    return text.split(ends, -1).length;
  }
}
