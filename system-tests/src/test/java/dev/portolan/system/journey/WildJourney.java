package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import dev.portolan.system.platform.Said;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody loads a folder of what 19 organisations have in their repositories, as it is. */
@ExtendWith(OnPlatform.class)
class WildJourney {

  @Test
  void everyDescriptorOfNineteenOrganisationsIsTakenOrRefusedWithItsReason(Platform platform)
      throws Exception {
    Path folder = SharedData.require(Repository.sharedData().resolve("descriptors"));
    Said said = platform.load(folder, "wild");
    assertThat(said.text()).contains("accepted", "rejected");
    // Some of these files are broken, in earnest; who loads them has to hear of it.
    assertThat(said.exitCode()).as(said.text()).isEqualTo(1);
    platform.await();
    assertThat(Comparison.of(Stores.of(platform)).differences()).isEmpty();
  }
}
