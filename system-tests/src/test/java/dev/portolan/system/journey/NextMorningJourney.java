package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Part;
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
    push(platform, "early-bird");
    platform.await();
    assertThat(Comparison.of(Stores.of(platform))).isEqualTo(new Comparison(before + 1, List.of()));
  }

  private static void push(Platform platform, String name) {
    Http.Answer answer =
        Http.post(
            platform
                .http(Part.INGESTION_SERVICE)
                .resolve("/api/sources/morning/entities?mode=delta"),
            "application/json",
            """
            [{"apiVersion":"backstage.io/v1alpha1","kind":"Component","metadata":{"name":"%s"},
              "spec":{"type":"service","lifecycle":"production","owner":"platform"}}]"""
                .formatted(name));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }
}
