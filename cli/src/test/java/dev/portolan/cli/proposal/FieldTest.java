package dev.portolan.cli.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FieldTest {

  @Test
  void ofAListWhatGoesAndWhatComesIsTold() {
    assertThat(difference("/x", json("[\"a\",\"b\"]"), json("[\"b\",\"c\"]")))
        .isEqualTo("/x: − a, + c");
  }

  @Test
  void aListInAnotherOrderIsNotTakenForTheSame() {
    assertThat(difference("/x", json("[1,2]"), json("[2,1]"))).isEqualTo("/x: in another order");
  }

  @Test
  void anyOtherFieldIsToldWithBothItsValues() {
    assertThat(difference("/x", json("{\"a\":1}"), null)).isEqualTo("/x: {\"a\":1} → nothing");
  }

  private static String difference(
      String path, @Nullable JsonNode before, @Nullable JsonNode after) {
    return new Field(path, before, after).difference();
  }

  private static JsonNode json(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
