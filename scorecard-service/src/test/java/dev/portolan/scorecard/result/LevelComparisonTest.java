package dev.portolan.scorecard.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.scorecard.result.LevelComparison.Levels;
import dev.portolan.scorecard.rule.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelComparisonTest {
  private static final List<Level> METALS =
      List.of(new Level("Bronze", 1), new Level("Silver", 2), new Level("Gold", 5));

  @Test
  void levelsAreComparedByTheirRanksAndWhoeverReachedNoneIsBelowAll() {
    assertThat(LevelComparison.BELOW.of(METALS, "gold"))
        .contains(new Levels(List.of("Bronze", "Silver"), true));
    assertThat(LevelComparison.AT_MOST.of(METALS, "SILVER"))
        .contains(new Levels(List.of("Bronze", "Silver"), true));
    assertThat(LevelComparison.AT.of(METALS, "Silver"))
        .contains(new Levels(List.of("Silver"), false));
    assertThat(LevelComparison.AT_LEAST.of(METALS, "Silver"))
        .contains(new Levels(List.of("Silver", "Gold"), false));
    assertThat(LevelComparison.ABOVE.of(METALS, "Gold")).contains(new Levels(List.of(), false));
    assertThat(LevelComparison.BELOW.of(METALS, "Bronze")).contains(new Levels(List.of(), true));
  }

  @Test
  void withoutALevelTheLowestIsMeant() {
    assertThat(LevelComparison.AT_LEAST.of(METALS, null))
        .contains(new Levels(List.of("Bronze", "Silver", "Gold"), false));
  }

  @Test
  void aLevelThatIsNotThereComparesWithNothing() {
    assertThat(LevelComparison.BELOW.of(METALS, "platinum")).isEmpty();
    assertThat(LevelComparison.AT_LEAST.of(List.of(), null)).isEmpty();
  }
}
