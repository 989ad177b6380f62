package dev.portolan.ingestion.descriptor;

import static dev.portolan.ingestion.descriptor.DescriptorFixtures.CHECKOUT;
import static dev.portolan.ingestion.descriptor.DescriptorFixtures.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.portolan.events.Entity;
import dev.portolan.ingestion.observation.CanonicalJson;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.1234567890123456789012345",
        "12345678901234567890.25",
        "1.5",
        "-0.0000001",
        "2.50",
        "1e3",
        "1E300",
        "-3.0",
        "0e7",
      })
  void aDecimalKeepsItsDigitsInEitherFormatAndWhenItIsReadBack(String number) {
    Entity json = fromJson(number);
    Entity yaml = Reading.of(CHECKOUT + "  n: " + number + "\n").entity().entity();

    assertThat(json.spec().get("n"))
        .isEqualTo(yaml.spec().get("n"))
        .isInstanceOfSatisfying(
            BigDecimal.class, n -> assertThat(n).isEqualByComparingTo(new BigDecimal(number)));
    assertThat(CanonicalJson.entity(CanonicalJson.ofDescription(json)).spec())
        .isEqualTo(json.spec());
  }

  @ParameterizedTest
  @CsvSource({"1.5, 1.50", "1.0, 1.000", "100.0, 1e2", "0.001, 1E-3", "0.0, -0.0"})
  void equalDecimalsAreEqualHoweverTheyAreWritten(String number, String other) {
    assertThat(CanonicalJson.ofDescription(fromJson(number)))
        .isEqualTo(CanonicalJson.ofDescription(fromJson(other)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e-2147483648",
        "1e2147483648",
        "-1E99999999999999999999",
        "1e-2147483647",
        "1e9999"
      })
  void anExponentBeyondAllBoundsIsAProblemInEitherFormat(String number) {
    assertThat(Reading.of("\n" + component("a").replace("\"service\"", number)).problems())
        .extracting(Problem::line)
        .containsOnly(2);
    assertThat(Reading.of(CHECKOUT + "  n: " + number + "\n").problem().rule()).isEqualTo("number");
  }

  @Test
  void aDigitOfAnotherScriptThatIndentsATextIsAProblemOfItsDocument() {
    Reading reading = Reading.of("kind: A\nspec: |\uD835\uDFD9\n  b\n---\n" + CHECKOUT);

    assertThat(reading.accepted()).hasSize(1);
    assertThat(reading.rejected().getFirst().problems())
        .extracting(Problem::rule, Problem::line)
        .containsExactly(tuple("yaml", 2));
  }

  private static Entity fromJson(String number) {
    return Reading.of(component("a").replace("\"type\"", "\"n\":" + number + ",\"type\""))
        .entity()
        .entity();
  }
}
