package dev.portolan.ingestion.descriptor;

import static dev.portolan.ingestion.descriptor.DescriptorFixtures.CHECKOUT;
import static dev.portolan.ingestion.descriptor.DescriptorFixtures.component;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Bodies with small random faults, each from a seed that a failure names. */
class MutatedDescriptorsTest {
  private static final int BODIES = 2_000;
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private static final List<String> BODIES_TO_BREAK =
      List.of(
          CHECKOUT + "---\n" + CHECKOUT.replace("checkout", "cart"),
          component("a") + "\n" + component("b") + "\n" + component("c"),
          "[\n" + component("a") + ",\n" + component("b").replace(",", ",\n") + "\n]",
          component("a").replace("{", "{\n").replace(",", ",\n"),
          "apiVersion: v1\nkind: &k API\na: [*k, \"\\u00e4\", 'b', >-\n c]\n? d\n: {e: !t f}\n");

  /** What faults are made of: whatever means something to one of the formats. */
  private static final String[] SPLINTERS = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    ":",
    ",",
    "-",
    "\n",
    "\n---\n",
    "...\n",
    "#",
    "&a",
    "*a",
    "|",
    ">",
    "!!int ",
    "%",
    "\t",
    "  ",
    "\\",
    "\\u0000",
    "\\ud800",
    "0x",
    "1e999",
    ".nan",
    "null",
    "~",
    "{{",
    "${{",
    "$text",
    "<<",
    "?",
    "@",
    "`",
    "\uFEFF",
    "\u0000",
    "\u0085",
    "\u2028",
    "\uD83D\uDE00",
    "é"
  };

  @Test
  void noFaultCostsMoreThanItsBody() {
    for (long seed = 0; seed < BODIES; seed++) {
      byte[] body = mutated(seed);
      try {
        check(body);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            "Seed " + seed + ":\n" + new String(body, StandardCharsets.UTF_8), e);
      }
    }
  }

  private static void check(byte[] body) {
    List<ReadDocument> documents = new ArrayList<>();
    long lines =
        new String(body, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count() + 1;
    try {
      Reading.read(body, documents);
    } catch (UnreadableBodyException e) {
      assertThat(e.line()).isBetween(1, (int) lines);
      assertThat(e.column()).isPositive();
    }
    for (int i = 0; i < documents.size(); i++) {
      assertThat(documents.get(i).document()).isEqualTo(i + 1);
      switch (documents.get(i)) {
        case ReadDocument.Accepted accepted ->
            // What is accepted can be sent: no half of a character, no number beyond JSON.
            assertThat(MAPPER.writeValueAsBytes(accepted.entity())).isNotEmpty();
        case ReadDocument.Rejected rejected ->
            assertThat(rejected.problems())
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.line()).isBetween(1, linesOf(body)))
                .allSatisfy(p -> assertThat(p.message()).isNotBlank());
        case ReadDocument.PassedOver passedOver -> assertThat(passedOver.reason()).isNotBlank();
      }
    }
  }

  /** YAML also ends a line at these three, and counts it. */
  private static int linesOf(byte[] body) {
    return new String(body, StandardCharsets.UTF_8)
        .split("\r\n|[\n\r\u0085\u2028\u2029]", -1)
        .length;
  }

  private static byte[] mutated(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    byte[] body =
        BODIES_TO_BREAK
            .get(random.nextInt(BODIES_TO_BREAK.size()))
            .getBytes(StandardCharsets.UTF_8);
    for (int faults = 1 + random.nextInt(4); faults > 0 && body.length > 0; faults--) {
      int at = random.nextInt(body.length);
      int until = Math.min(body.length, at + random.nextInt(12));
      body =
          switch (random.nextInt(5)) {
            case 0 -> spliced(body, at, at, splinter(random));
            case 1 -> spliced(body, at, until, splinter(random));
            case 2 -> spliced(body, at, until, new byte[0]);
            case 3 -> spliced(body, at, at, Arrays.copyOfRange(body, at, until));
            default -> spliced(body, at, at + 1, new byte[] {(byte) random.nextInt(256)});
          };
    }
    return body;
  }

  private static byte[] splinter(RandomGenerator random) {
    return SPLINTERS[random.nextInt(SPLINTERS.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] spliced(byte[] body, int from, int to, byte[] middle) {
    byte[] result = Arrays.copyOf(body, from + middle.length + body.length - to);
    System.arraycopy(middle, 0, result, from, middle.length);
    System.arraycopy(body, to, result, from + middle.length, body.length - to);
    return result;
  }
}
