package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.system.comparison.Stores;
import dev.portolan.system.platform.Platform;
import dev.portolan.system.platform.Repository;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody loads again what is loaded already, as every pipeline does every hour. */
@ExtendWith(OnPlatform.class)
class ReloadJourney {

  @Test
  void whatSaysNothingNewPublishesNothingAndWritesNothing(Platform platform) throws Exception {
    platform.await();
    Map<TopicPartition, Long> topic = ends(platform);
    String transaction = Stores.of(platform).lastTransactionOfNeo4j();
    String said =
        platform.load(Repository.root().resolve("samples/organisation"), "sample").orFail().text();
    assertThat(said).contains("0 accepted, ", " unchanged, 0 rejected");
    platform.await();
    assertThat(ends(platform)).isEqualTo(topic);
    assertThat(Stores.of(platform).lastTransactionOfNeo4j()).isEqualTo(transaction);
  }

  private static Map<TopicPartition, Long> ends(Platform platform) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.kafka()))) {
      List<TopicPartition> partitions =
          admin
              .describeTopics(List.of("catalog.entities.v1"))
              .allTopicNames()
              .get()
              .values()
              .stream()
              .flatMap(
                  topic ->
                      topic.partitions().stream()
                          .map(p -> new TopicPartition(topic.name(), p.partition())))
              .toList();
      Map<TopicPartition, Long> ends = new TreeMap<>((a, b) -> a.partition() - b.partition());
      admin
          .listOffsets(
              partitions.stream().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest())))
          .all()
          .get()
          .forEach((partition, end) -> ends.put(partition, end.offset()));
      return ends;
    }
  }
}
