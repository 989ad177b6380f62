package dev.portolan.search.intake.kafka;

import dev.portolan.search.intake.Beginnings;
import dev.portolan.search.intake.StoreUnavailableException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/** Reads a partition from its beginning when the store has never been given it from there. */
final class Rewind implements KafkaBindingRebalanceListener {
  private static final Logger log = LoggerFactory.getLogger(Rewind.class);

  private final Beginnings beginnings;
  private final Set<Integer> held = ConcurrentHashMap.newKeySet();

  Rewind(Beginnings beginnings) {
    this.beginnings = beginnings;
  }

  @Override
  public void onPartitionsAssigned(
      String binding,
      Consumer<?, ?> consumer,
      Collection<TopicPartition> partitions,
      boolean initial) {
    try {
      Set<Integer> begun = beginnings.begun();
      List<TopicPartition> toBegin =
          partitions.stream().filter(partition -> !begun.contains(partition.partition())).toList();
      if (!toBegin.isEmpty()) {
        rewind(consumer, toBegin);
      }
    } catch (StoreUnavailableException e) {
      log.warn(
          "Nobody can say whether the store knows {} from the beginning; going on from where this"
              + " reader was: {}",
          partitions,
          e.getMessage());
    }
    // Only now: until here the store may rightly not know them.
    partitions.forEach(partition -> held.add(partition.partition()));
  }

  @Override
  public void onPartitionsRevokedAfterCommit(
      String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> held.remove(partition.partition()));
  }

  /**
   * Whether the store does not know the beginning of a partition that is being read here.
   *
   * @throws StoreUnavailableException when the store is away
   */
  boolean isDue() {
    return !beginnings.begun().containsAll(held);
  }

  private void rewind(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
    consumer
        .beginningOffsets(partitions)
        .forEach((partition, offset) -> starts.put(partition, new OffsetAndMetadata(offset)));
    starts.forEach((partition, start) -> consumer.seek(partition, start.offset()));
    // Committed at once, so that the lag tells the truth from here on and a crash does not lose
    // the rewinding; marked only after that.
    consumer.commitSync(starts);
    Set<Integer> numbers = new HashSet<>();
    partitions.forEach(partition -> numbers.add(partition.partition()));
    beginnings.begin(numbers);
    log.info("Reading {} from the beginning: the store does not know them", partitions);
  }
}
