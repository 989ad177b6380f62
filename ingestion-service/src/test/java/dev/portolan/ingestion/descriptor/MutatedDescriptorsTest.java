package dev.portolan.ingestion.descriptor;

import static dev.portolan.ingestion.descriptor.DescriptorFixtures.CHECKOUT;
import static dev.portolan.ingestion.descriptor.DescriptorFixtures.component;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Bodies with small random faults, each from a seed that a failure names. */
class MutatedDescriptorsTest {
  private static final int BODIES = 2_000;

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
        SoundReading.of("catalog-info.yaml", body);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            "Seed " + seed + ":\n" + new String(body, StandardCharsets.UTF_8), e);
      }
    }
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
