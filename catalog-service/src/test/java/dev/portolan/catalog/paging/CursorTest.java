package dev.portolan.catalog.paging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void isReadAsItWasWritten() {
    Cursor cursor = Cursor.after("names", null, "component:default/ä|b");

    assertThat(Cursor.decode(cursor.encoded(), "names", 2)).isEqualTo(cursor);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "\"names\"",
        "[\"names\"]",
        "[\"names\",null]",
        "[\"names\",[\"a\"]]",
        "[\"names\",[\"a\",1]]",
        "[\"names\",[\"a\",[\"b\"]]]",
        "[\"names\",[\"a\",\"b\"],1]",
        "[\"names\",{\"a\":\"a\",\"b\":\"b\"}]",
        "[[\"names\"],[\"a\",\"b\"]]",
        "[\"others\",[\"a\",\"b\"]]",
        "[\"names\",[\"a\",\"b\"]",
      })
  void whatNobodyHandedOutIsRefusedWithTheWayOut(String json) {
    String text = Base64.getUrlEncoder().encodeToString(json.getBytes(UTF_8));
    assertThatExceptionOfType(InvalidQueryException.class)
        .isThrownBy(() -> Cursor.decode(text, "names", 2))
        .withMessageContaining("pass on the endCursor");
  }

  @Test
  void whatIsNotEvenEncodedIsRefusedToo() {
    assertThatExceptionOfType(InvalidQueryException.class)
        .isThrownBy(() -> Cursor.decode("%%%", "names", 2));
  }
}
