package dev.portolan.gateway.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LevelCountTest {

  @Test
  void countsStandInTheOrderOfTheLevels() {
    assertThat(
            LevelCount.of(
                Map.of("gold", 1L, "", 2L, "bronze", 3L, "b-gone", 4L, "a-gone", 5L),
                List.of("bronze", "silver", "gold")))
        .containsExactly(
            new LevelCount(null, 2),
            new LevelCount("bronze", 3),
            new LevelCount("gold", 1),
            new LevelCount("a-gone", 5),
            new LevelCount("b-gone", 4));
  }
}
