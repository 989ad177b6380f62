package dev.portolan.search.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portolan.search.query.Cursor.Listed;
import dev.portolan.search.query.Cursor.Ranked;
import dev.portolan.search.query.Cursor.Updated;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  @Test
  void comesBackAsItWasGiven() {
    Cursor ranked = new Ranked(true, 160.5, 12, "component:default/checkout");
    Cursor listed = new Listed("größe", "component:default/x");
    Cursor updated = new Updated(1_764_201_600_000L, "component:default/x");

    assertThat(Cursor.decode(updated.encoded())).isEqualTo(updated);
    assertThat(Cursor.decode(ranked.encoded())).isEqualTo(ranked);
    assertThat(Cursor.decode(listed.encoded())).isEqualTo(listed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "!",
        "bm9uc2Vuc2U",
        "[]",
        "[1,2]",
        "[1,2,3]",
        "[\"\",\"x\",\"r\"]",
        "[1,2,3,4]",
        "[true,1e999,3,\"r\"]",
        "[true,1e300,3,\"r\"]",
        "[true,-1,3,\"r\"]",
        "[true,1,-3,\"r\"]",
        "[true,1,40000,\"r\"]",
        "[true,1,3e20,\"r\"]",
        "[true,1,3,null]",
        "{\"a\":1,\"b\":2}",
        "null",
        "[null,null]"
      })
  void anythingElseIsRefusedInWords(String text) {
    for (String cursor :
        new String[] {text, Base64.getUrlEncoder().encodeToString(text.getBytes(UTF_8))}) {
      assertThatExceptionOfType(InvalidSearchException.class)
          .isThrownBy(() -> Cursor.decode(cursor))
          .withMessageContaining("begin again");
    }
  }
}
