package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody loads again what is loaded already, as every pipeline does every hour. */
@ExtendWith(OnPlatform.class)
class ReloadJourney {

  @Test
  void whatSaysNothingNewPublishesNothingAndWritesNothing(Platform platform) throws Exception {
    platform.await();
    Map<TopicPartition, Long> topic = Topic.ends(platform);
    String transaction = Stores.of(platform).lastTransactionOfNeo4j();
    String said =
        platform.load(Repository.root().resolve("samples/organisation"), "sample").orFail().text();
    assertThat(said).contains("0 accepted, ", " unchanged, 0 rejected");
    platform.await();
    assertThat(Topic.ends(platform)).isEqualTo(topic);
    assertThat(Stores.of(platform).lastTransactionOfNeo4j()).isEqualTo(transaction);
  }
}
