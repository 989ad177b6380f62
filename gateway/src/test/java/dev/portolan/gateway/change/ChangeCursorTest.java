package dev.portolan.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangeCursorTest {

  @Test
  void aCursorReadsBackAsItWas() {
    for (long seed = 0; seed < 2_000; seed++) {
      ChangeCursor cursor = random(RandomGeneratorFactory.getDefault().create(seed));
      assertThat(ChangeCursor.decode(cursor.encoded())).as("seed %d", seed).isEqualTo(cursor);
    }
  }

  private static ChangeCursor random(RandomGenerator random) {
    List<Long> next =
        Stream.generate(() -> random.nextLong() >>> (1 + random.nextInt(63)))
            .limit(random.nextInt(40))
            .toList();
    return new ChangeCursor(random.nextLong(), next);
  }

  @Test
  void aCursorIsShortAndNeedsNoEscape() {
    ChangeCursor cursor = new ChangeCursor(-1, List.of(1L, 200L, 30_000L, 4_000_000L));

    assertThat(cursor.encoded()).hasSizeLessThan(40).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void whatIsNoCursorIsToldSo() {
    for (String text :
        List.of(
            "",
            "A",
            "!!!",
            "AQ",
            "AgAAAAAAAAAB",
            "AQAAAAAAAAAB_w",
            "AQAAAAAAAAAB" + "_".repeat(40))) {
      assertThatThrownBy(() -> ChangeCursor.decode(text))
          .as(text)
          .hasMessageContaining("is not a cursor of changes");
    }
  }

  @Test
  void randomTextIsACursorOrRefused() {
    for (long seed = 0; seed < 2_000; seed++) {
      RandomGenerator random = RandomGeneratorFactory.getDefault().create(seed);
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      String text = java.util.Base64.getUrlEncoder().encodeToString(bytes);
      try {
        ChangeCursor.decode(text).next().forEach(next -> assertThat(next).isNotNegative());
      } catch (dev.portolan.gateway.answer.CodedException e) {
        assertThat(e).as("seed %d", seed).hasMessageContaining("is not a cursor");
      }
    }
  }
}
