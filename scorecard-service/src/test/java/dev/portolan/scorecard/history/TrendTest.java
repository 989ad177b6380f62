package dev.portolan.scorecard.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

  @Test
  void isCountedBackFromHowAllStandNow() {
    Point now = new Point(TODAY, 3, 10, 12, Map.of("gold", 2L, "", 1L));
    Moves today = new Moves(TODAY, 0, 4, 0, Map.of("gold", 1L, "", -1L));
    Moves theDayBefore = new Moves(TODAY.minusDays(1), 1, 2, 4, Map.of("", 1L));

    assertThat(Trend.back(now, List.of(theDayBefore, today), 3))
        .containsExactly(
            new Point(TODAY.minusDays(2), 2, 4, 8, Map.of("gold", 1L, "", 1L)),
            new Point(TODAY.minusDays(1), 3, 6, 12, Map.of("gold", 1L, "", 2L)),
            now);
  }

  @Test
  void isLevelWhereNothingMoved() {
    Point now = new Point(TODAY, 1, 1, 1, Map.of("gold", 1L));

    assertThat(Trend.back(now, List.of(), 2))
        .containsExactly(new Point(TODAY.minusDays(1), 1, 1, 1, Map.of("gold", 1L)), now);
  }
}
