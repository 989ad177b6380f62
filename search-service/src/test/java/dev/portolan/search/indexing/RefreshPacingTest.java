package dev.portolan.search.indexing;

import static dev.portolan.search.EntityFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RefreshPacingTest {
  private final RefreshPacing pacing = new RefreshPacing();

  @Test
  void anEditIsVisibleAtOnce() {
    assertThat(pacing.within(1, NOW)).isZero();
  }

  @Test
  void aLoadIsVisibleSoonAndHoldsNoEditUp() {
    assertThat(pacing.within(RefreshPacing.LARGEST + 1, NOW)).isEqualTo(RefreshPacing.LOAD);
    assertThat(pacing.within(1, NOW.plusMillis(1))).isZero();
  }

  @Test
  void editsThatFollowEachOtherCloselyShareARefresh() {
    pacing.within(1, NOW);

    assertThat(pacing.within(1, NOW.plusMillis(1))).isEqualTo(Duration.ofMillis(99));
    assertThat(pacing.within(1, NOW.plusMillis(99))).isEqualTo(Duration.ofMillis(1));
    assertThat(pacing.within(1, NOW.plusMillis(100))).isZero();
  }

  @Test
  void aClockThatIsSetBackDelaysNothing() {
    pacing.within(1, NOW);

    assertThat(pacing.within(1, NOW.minusSeconds(3600))).isZero();
  }
}
