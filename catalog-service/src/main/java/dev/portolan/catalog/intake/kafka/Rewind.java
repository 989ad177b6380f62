package dev.portolan.catalog.intake.kafka;

import dev.portolan.catalog.intake.Positions;
import dev.portolan.catalog.intake.ReaderShare;
import dev.portolan.catalog.intake.StoreUnavailableException;
import dev.portolan.catalog.intake.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a partition from where the store is when that is before where this reader is: from its
 * beginning when the store does not know it. All calls come from the consumer's own thread.
 */
final class Rewind {
  private static final Logger log = LoggerFactory.getLogger(Rewind.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Positions positions;
  private final ReaderShare share;

  /** Where the next batch begins. Not by the records alone: compaction leaves gaps. */
  private final Map<String, Long> next = new HashMap<>();

  private @Nullable Consumer<?, ?> consumer;

  Rewind(Positions positions, ReaderShare share) {
    this.positions = positions;
    this.share = share;
  }

  /** Partitions came. Where nobody can say how far the store is, the first batch will find out. */
  void assigned(Consumer<?, ?> assigned, Collection<TopicPartition> partitions) {
    consumer = assigned;
    partitions.forEach(partition -> next.remove(partition.toString()));
    try {
      compare(assigned, partitions);
    } catch (StoreUnavailableException | KafkaException e) {
      log.warn("Nobody can say how far the store knows {}: {}", partitions, e.getMessage());
    }
  }

  /** Nothing has come for a while: does the store still hold what it was given? */
  void idle() {
    try {
      again();
    } catch (StoreUnavailableException | KafkaException e) {
      log.debug("The store does not say how far it is", e);
    }
  }

  /** Reads on from where the store is. */
  void again() {
    if (consumer != null) {
      compare(consumer, consumer.assignment());
    }
  }

  /** The parts of the topic that these records cover. */
  List<Stretch> stretches(List<ConsumerRecord<byte[], byte[]>> records) {
    Map<String, Stretch> stretches = new LinkedHashMap<>();
    for (ConsumerRecord<?, ?> record : records) {
      String partition = new TopicPartition(record.topic(), record.partition()).toString();
      Stretch before = stretches.get(partition);
      long from = before == null ? next.getOrDefault(partition, record.offset()) : before.from();
      stretches.put(partition, new Stretch(partition, from, record.offset() + 1));
    }
    return List.copyOf(stretches.values());
  }

  /** These are done. */
  void applied(List<Stretch> stretches) {
    stretches.forEach(stretch -> next.put(stretch.partition(), stretch.next()));
  }

  private void compare(Consumer<?, ?> of, Collection<TopicPartition> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    Map<String, Long> reached = positions.reached();
    List<TopicPartition> unknown = new ArrayList<>();
    Map<TopicPartition, Long> behind = new HashMap<>();
    for (TopicPartition partition : partitions) {
      long here =
          next.computeIfAbsent(partition.toString(), any -> of.position(partition, PATIENCE));
      Long there = reached.get(partition.toString());
      if (there == null) {
        unknown.add(partition);
      } else if (there < here) {
        behind.put(partition, there);
      }
    }
    if (!unknown.isEmpty()) {
      Map<TopicPartition, Long> beginnings = of.beginningOffsets(unknown, PATIENCE);
      Map<String, Long> byName = new HashMap<>();
      beginnings.forEach((partition, offset) -> byName.put(partition.toString(), offset));
      positions.begin(byName);
      behind.putAll(beginnings);
    }
    if (!behind.isEmpty()) {
      seek(of, behind);
    }
  }

  private void seek(Consumer<?, ?> of, Map<TopicPartition, Long> behind) {
    share.storeWasLost();
    behind.forEach(
        (partition, offset) -> {
          of.seek(partition, offset);
          next.put(partition.toString(), offset);
        });
    log.info("Reading from where the store is: {}", behind);
  }
}
