package dev.portolan.cli.whatif;

import static dev.portolan.cli.whatif.Fixtures.field;
import static dev.portolan.cli.whatif.Fixtures.json;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValuesTest {

  @Test
  void ofAListWhatGoesAndWhatComesIsTold() {
    assertThat(Values.difference(field("/x", json("[\"a\",\"b\"]"), json("[\"b\",\"c\"]"))))
        .isEqualTo("/x: − a, + c");
  }

  @Test
  void aListInAnotherOrderIsNotTakenForTheSame() {
    assertThat(Values.difference(field("/x", json("[1,2]"), json("[2,1]"))))
        .isEqualTo("/x: in another order");
  }

  @Test
  void anyOtherFieldIsToldWithBothItsValues() {
    assertThat(Values.difference(field("/x", json("{\"a\":1}"), null)))
        .isEqualTo("/x: {\"a\":1} → nothing");
  }
}
