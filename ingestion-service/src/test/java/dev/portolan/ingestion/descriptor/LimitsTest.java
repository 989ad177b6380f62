package dev.portolan.ingestion.descriptor;

import static dev.portolan.ingestion.descriptor.DescriptorFixtures.CHECKOUT;
import static dev.portolan.ingestion.descriptor.DescriptorFixtures.checkoutWith;
import static dev.portolan.ingestion.descriptor.DescriptorFixtures.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.descriptor.body.Limits;
import dev.portolan.ingestion.observation.CanonicalJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

  @Test
  void aliasesMayNotBlowTheDocumentUp() {
    StringBuilder bomb = new StringBuilder("kind: Component\na0: &a0 [lol, lol]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }

    Problem problem = Reading.of(bomb + "---\n" + CHECKOUT).rejected().getFirst().problems().get(0);

    assertThat(problem.rule()).isEqualTo("alias");
    assertThat(problem.line()).isGreaterThan(10);
  }

  @Test
  void anHonestAliasIsWrittenOut() {
    String yaml =
        checkoutWith("owner: payments", "owner: &team payments") + "  contact: {team: *team}\n";

    assertThat(Reading.of(yaml).entity().entity().spec().get("contact"))
        .hasToString("{team=payments}");
  }

  @Test
  void anAliasInsideOfWhatItNamesIsRefused() {
    assertThat(Reading.of("kind: a\nspec: &a {b: *a}\n").problem())
        .extracting(Problem::rule, Problem::line)
        .containsExactly("alias", 2);
    assertThat(Reading.of("kind: *nothing\n").problem().rule()).isEqualTo("alias");
  }

  @Test
  void nestingIsBoundedHoweverDeepTheTextGoes() {
    for (int depth : List.of(Limits.DEPTH + 1, 100_000)) {
      String brackets = "[".repeat(depth);
      assertThat(Reading.of("kind: " + brackets).problem().rule()).isEqualTo("depth");
      assertThat(Reading.of("{\"kind\":" + brackets + "]".repeat(depth) + "}").problem().rule())
          .isEqualTo("depth");
    }
    String blocks = "- ".repeat(100_000) + "a";
    assertThat(Reading.of("kind:\n  " + blocks).problem().rule()).isEqualTo("depth");
  }

  @Test
  void aKeyThatStandsTwiceIsSaidWithItsLine() {
    assertThat(Reading.of(checkoutWith("  type:", "  owner: others\n  type:")).problem())
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo("duplicate-key");
              assertThat(problem.message()).contains("'owner'");
              assertThat(problem.line()).isEqualTo(15);
            });
    assertThat(Reading.of("\n\n" + component("a").replace("\"type\"", "\"owner\"")).problem())
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo("duplicate-key");
              assertThat(problem.message()).contains("owner");
              assertThat(problem.line()).isEqualTo(3);
            });
  }

  @Test
  void aDocumentOverOneMegabyteCostsOnlyItself() {
    String text = "x".repeat(Limits.DOCUMENT_BYTES);
    String large = component("large").replace("\"payments\"", "\"" + text + "\"");
    String yaml = CHECKOUT + "  text: " + text + "\n";
    String lines = "  - " + "y".repeat(1000) + "\n";
    List<String> bodies =
        List.of(
            component("a") + "\n" + large + "\n" + component("b"),
            "[" + component("a") + "," + large + "," + component("b") + "]",
            component("a") + "\n---\n" + yaml + "---\n" + component("b"),
            "---\n" + component("a") + "\n---\n" + yaml + "---\n" + component("b"),
            CHECKOUT + "---\nspec:\n" + lines.repeat(1100) + "---\n" + component("b"));
    for (String body : bodies) {
      Reading reading = Reading.of(body);

      assertThat(reading.accepted()).hasSize(2);
      assertThat(reading.rejected())
          .singleElement()
          .satisfies(
              rejected -> {
                assertThat(rejected.document()).isEqualTo(2);
                assertThat(rejected.problems().getFirst().rule()).isEqualTo("size");
              });
    }
  }

  @Test
  void aBodyOfMoreDocumentsThanAnyoneHasBreaksOff() {
    byte[] body = "{}\n".repeat(Limits.DOCUMENTS + 1).getBytes(StandardCharsets.UTF_8);
    List<ReadDocument> before = new ArrayList<>();

    assertThatThrownBy(() -> Reading.read(body, before))
        .isInstanceOf(UnreadableBodyException.class)
        .hasMessageContaining("200000 documents");
    assertThat(before).hasSize(Limits.DOCUMENTS);
  }

  @Test
  void bytesThatAreNoUtf8AreSaidWithTheirPlaceAndCostOnlyTheirDocument() {
    for (String separator : List.of("\n", "\n---\n")) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      body.writeBytes(
          (component("a") + separator + component("b")).getBytes(StandardCharsets.UTF_8));
      body.writeBytes((separator + "{\"kind\":\"").getBytes(StandardCharsets.UTF_8));
      body.write(0xE4);
      body.writeBytes(("\"}" + separator + component("c")).getBytes(StandardCharsets.UTF_8));

      Reading reading = Reading.of(body.toByteArray());

      assertThat(reading.accepted()).hasSize(3);
      Problem problem = reading.rejected().getFirst().problems().getFirst();
      assertThat(problem.rule()).isEqualTo("encoding");
      assertThat(problem.message()).contains("0xE4", "column 10");
      assertThat(problem.line()).isEqualTo(separator.length() == 1 ? 3 : 5);
    }
  }

  @Test
  void anotherEncodingOfTheWholeBodyIsSaid() {
    for (byte[] body :
        List.of(
            CHECKOUT.getBytes(StandardCharsets.UTF_16),
            CHECKOUT.getBytes(StandardCharsets.UTF_16LE),
            new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0})) {
      assertThatThrownBy(() -> Reading.read(body, new ArrayList<>()))
          .isInstanceOf(UnreadableBodyException.class)
          .hasMessageContaining("UTF-8");
    }
  }

  @Test
  void controlCharactersAndHalvesOfCharactersAreRefused() {
    for (String escaped :
        List.of("\\u0000", "\\u001b[31m", "\\ud800", "\\udc00x", "\\ud800\\ud800")) {
      String json = component("a").replace("\"type\"", "\"text\":\"a" + escaped + "\",\"type\"");

      assertThat(Reading.of(json).problem())
          .as(escaped)
          .extracting(Problem::field, Problem::rule)
          .containsExactly("/spec/text", "control-character");
    }
    assertThat(Reading.of(CHECKOUT + "  text: \"a\\0\"\n").problem())
        .extracting(Problem::field, Problem::line)
        .containsExactly("/spec/text", 16);
    assertThat(Reading.of(CHECKOUT + "  text: \"\\t\\n\\r \uD83D\uDE00\"\n").accepted()).hasSize(1);
  }

  @Test
  void aLongKeyIsRefusedInEveryFormat() {
    String key = "k".repeat(Limits.KEY_CHARACTERS + 1);

    assertThat(Reading.of(CHECKOUT + "  " + key + ": 1\n").problem().rule())
        .isIn("key-length", "yaml");
    assertThat(Reading.of(CHECKOUT + "  ? " + key + "\n  : 1\n").problem().rule())
        .isEqualTo("key-length");
    assertThat(
            Reading.of(component("a").replace("\"type\"", "\"" + key + "\":1,\"type\"")).problem())
        .extracting(Problem::rule)
        .isEqualTo("key-length");
  }

  @Test
  void numbersThatJsonDoesNotKnowAreRefused() {
    for (String number :
        List.of(".inf", "-.INF", ".nan", "1e999", "9".repeat(900) + "e9", "9".repeat(1001))) {
      assertThat(Reading.of(CHECKOUT + "  n: " + number + "\n").problem().rule())
          .as(number)
          .isEqualTo("number");
    }
    assertThat(Reading.of(component("a").replace("\"type\"", "\"n\":1e999,\"type\"")).problem())
        .extracting(Problem::rule, Problem::field)
        .containsExactly("number", "/spec/n");
  }

  @Test
  void aNumberThatNoParserWouldReadBackIsAProblemOfItsDocument() {
    for (String number :
        List.of("0x" + "f".repeat(998), "0o" + "7".repeat(1000), "." + "9".repeat(999), "1e-999")) {
      Reading reading = Reading.of(CHECKOUT + "  n: " + number + "\n---\n" + component("b"));

      assertThat(reading.accepted()).as(number).hasSize(1);
      assertThat(reading.rejected().getFirst().problems())
          .as(number)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo("number");
                assertThat(problem.message()).hasSizeLessThan(200);
              });
    }
  }

  @Test
  void aNumberOfAsManyDigitsAsAParserReadsIsKeptWhole() {
    for (String number :
        List.of("9".repeat(1000), "0x" + "f".repeat(800), "0." + "7".repeat(990))) {
      Entity entity = Reading.of(CHECKOUT + "  n: " + number + "\n").entity().entity();

      assertThat(CanonicalJson.entity(CanonicalJson.ofDescription(entity)).spec())
          .isEqualTo(entity.spec());
    }
  }

  @Test
  void yamlIsReadByItsCoreSchema() {
    String yaml =
        CHECKOUT
            + "  a: yes\n  b: 0o14\n  c: 0x1F\n  d: 012\n  e: 2024-01-01\n  f: +1\n  g: Null\n";

    assertThat(Reading.of(yaml).entity().entity().spec())
        .containsEntry("a", "yes")
        .containsEntry("b", 12)
        .containsEntry("c", 31)
        .containsEntry("d", 12)
        .containsEntry("e", "2024-01-01")
        .containsEntry("f", 1)
        .containsEntry("g", null);
  }
}
