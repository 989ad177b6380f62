package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.comparison.Comparison;
import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import dev.portolan.system.platform.Said;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody loads a folder of what 19 organisations have in their repositories, as it is. */
@ExtendWith(OnPlatform.class)
class WildJourney {
  private static final Pattern COUNTS =
      Pattern.compile("([\\d,]+) accepted, ([\\d,]+) unchanged, ([\\d,]+) rejected");

  /** As {@code catalog-info.yaml:12: document 2 ...}; a document may have several reasons. */
  private static final Pattern REFUSED = Pattern.compile("^(.+?)(?::\\d+)?: document (\\d+)");

  @Test
  void everyDescriptorOfNineteenOrganisationsIsTakenOrRefusedWithItsReasonAndASecondLoadIsSilent(
      Platform platform) throws Exception {
    Path folder = SharedData.require(Repository.sharedData().resolve("descriptors"));
    Said said = platform.load(folder, "wild");
    // Some of these files are broken, in earnest; who loads them has to hear of it.
    assertThat(said.exitCode()).as(said.text()).isEqualTo(1);
    Matcher counts = COUNTS.matcher(said.text());
    assertThat(counts.find()).as(said.text()).isTrue();
    assertThat(number(counts, 1) + number(counts, 2) + number(counts, 3))
        .isEqualTo(DescriptorsOnDisk.countBelow(folder));
    assertThat(
            said.text()
                .lines()
                .flatMap(line -> REFUSED.matcher(line).results())
                .map(refused -> refused.group(1) + " " + refused.group(2))
                .distinct())
        .hasSize(number(counts, 3));
    platform.await();
    assertThat(Comparison.of(Stores.of(platform)).differences()).isEmpty();

    Map<TopicPartition, Long> topic = Topic.ends(platform);
    String again = platform.load(folder, "wild").text();
    int taken = number(counts, 1) + number(counts, 2);
    assertThat(again)
        .contains("0 accepted, %,d unchanged, %s rejected".formatted(taken, counts.group(3)));
    platform.await();
    assertThat(Topic.ends(platform)).isEqualTo(topic);
  }

  private static int number(Matcher counts, int group) {
    return Integer.parseInt(counts.group(group).replace(",", ""));
  }
}
