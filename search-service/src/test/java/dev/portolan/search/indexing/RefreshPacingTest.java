package dev.portolan.search.indexing;

import static dev.portolan.search.EntityFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefreshPacingTest {
  private final RefreshPacing pacing = new RefreshPacing();

  @Test
  void anEditIsVisibleAtOnce() {
    assertThat(pacing.refreshNow(1, NOW)).isTrue();
  }

  @Test
  void aLoadIsNot() {
    assertThat(pacing.refreshNow(RefreshPacing.LARGEST + 1, NOW)).isFalse();
  }

  @Test
  void smallBatchesThatFollowEachOtherCloselyAreALoad() {
    pacing.refreshNow(1, NOW);

    assertThat(pacing.refreshNow(1, NOW.plusMillis(99))).isFalse();
    assertThat(pacing.refreshNow(1, NOW.plusMillis(100))).isTrue();
  }
}
