package dev.portolan.catalog.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeLagTest {

  @Test
  void whatTheStoreHoldsAndAnswersDoNotShowIsNotReached() {
    assertThat(IntakeLag.inBoth(Map.of("t-0", 7L, "t-1", 3L), Map.of("t-0", 5L, "t-1", 3L)))
        .isEqualTo(Map.of("t-0", 5L, "t-1", 3L));
  }

  @Test
  void ofAPartitionThatAnswersDoNotShowAtAllNothingIsReached() {
    assertThat(IntakeLag.inBoth(Map.of("t-0", 7L), Map.of())).isEmpty();
  }

  @Test
  void aStoreThatWasMadeAnewIsBehindWhateverIsStillShown() {
    assertThat(IntakeLag.inBoth(Map.of("t-0", 0L), Map.of("t-0", 9L, "t-1", 4L)))
        .isEqualTo(Map.of("t-0", 0L));
  }
}
