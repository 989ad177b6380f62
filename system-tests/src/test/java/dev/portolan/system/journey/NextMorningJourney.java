package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Platform;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody stops the platform in the evening and starts it in the morning. */
@ExtendWith(OnPlatform.class)
class NextMorningJourney {

  @Test
  void whatWasThereIsThereAgainAndWhatIsNewIsTaken(Platform platform) throws Exception {
    platform.await();
    int before = Comparison.of(Stores.of(platform)).entities();
    platform.down();
    platform.up();
    platform.await();
    assertThat(Comparison.of(Stores.of(platform))).isEqualTo(new Comparison(before, List.of()));
    new Source(platform, "morning").has("early-bird");
    platform.await();
    assertThat(Comparison.of(Stores.of(platform))).isEqualTo(new Comparison(before + 1, List.of()));
  }
}
