package dev.portolan.ingestion.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.portolan.events.EntityRef;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
  @Test
  void aCursorIsReadAsThePositionThatItWasMadeOf() {
    var position =
        new Position(
            Instant.parse("2026-11-23T08:00:00.123456Z"),
            EntityRef.parse("component:default/checkout"),
            7);

    assertThat(Position.parse(position.cursor())).isEqualTo(position);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "2026-11-23T08:00:00Z component:default/checkout",
        "yesterday component:default/checkout 7",
        "2026-11-23T08:00:00Z checkout 7",
        "2026-11-23T08:00:00Z component:default/checkout seven"
      })
  void whatNoPageGaveIsNoCursor(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Position.parse(
                    Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    assertThatIllegalArgumentException().isThrownBy(() -> Position.parse(text + "%"));
  }
}
