package dev.portolan.ingestion.following;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.source.HoldThreshold;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How much may go by what is heard. */
class RecentRetractionsTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private final RecentRetractions recent = new RecentRetractions();

  @Test
  void aFewAtATimeAreAddedUpWithinAMinute() {
    assertThat(holds(10, 100, 0)).isFalse();
    assertThat(holds(10, 90, 30)).isFalse();
    assertThat(holds(1, 80, 59)).isTrue();
  }

  @Test
  void whatWasNotTakenIsNotCounted() {
    assertThat(holds(50, 100, 0)).isTrue();
    assertThat(holds(20, 100, 1)).isFalse();
  }

  @Test
  void afterAMinuteItIsCountedAnew() {
    assertThat(holds(20, 100, 0)).isFalse();
    assertThat(holds(16, 80, 61)).isFalse();
    assertThat(holds(1, 64, 62)).isTrue();
  }

  private boolean holds(int more, long has, int second) {
    return recent.wouldBeHeld(
        more, has, HoldThreshold.DEFAULT, NOON.plus(Duration.ofSeconds(second)));
  }
}
