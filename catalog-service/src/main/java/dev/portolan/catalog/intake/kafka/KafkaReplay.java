package dev.portolan.catalog.intake.kafka;

import dev.portolan.catalog.intake.ChangeBatch;
import dev.portolan.catalog.intake.Portion;
import dev.portolan.catalog.intake.Replay;
import dev.portolan.catalog.intake.ReplayException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads partitions that nobody assigns and of which no offset is committed. */
final class KafkaReplay implements Replay {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration MOMENT = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;

  private KafkaReplay(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /** Of all partitions of the topic, which may not be there yet. */
  static KafkaReplay of(Consumer<byte[], byte[]> consumer, String topic) {
    try {
      List<TopicPartition> partitions =
          asking(() -> consumer.partitionsFor(topic, PATIENCE)).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return new KafkaReplay(consumer, partitions);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  @Override
  public Map<String, Long> ends() {
    Map<String, Long> ends = new HashMap<>();
    asking(() -> consumer.endOffsets(partitions, PATIENCE))
        .forEach((partition, end) -> ends.put(partition.toString(), end));
    return ends;
  }

  @Override
  public Map<String, Long> positions() {
    Map<String, Long> positions = new HashMap<>();
    for (TopicPartition partition : partitions) {
      positions.put(partition.toString(), asking(() -> consumer.position(partition, PATIENCE)));
    }
    return positions;
  }

  @Override
  public Portion next(Map<String, Long> bounds) {
    Map<String, Long> positions = positions();
    for (TopicPartition partition : partitions) {
      String name = partition.toString();
      boolean wanted = positions.getOrDefault(name, 0L) < bounds.getOrDefault(name, 0L);
      if (wanted) {
        consumer.resume(List.of(partition));
      } else {
        consumer.pause(List.of(partition));
      }
    }
    ConsumerRecords<byte[], byte[]> polled = asking(() -> consumer.poll(MOMENT));
    List<byte @Nullable []> values = new ArrayList<>(polled.count());
    for (TopicPartition partition : polled.partitions()) {
      long bound = bounds.getOrDefault(partition.toString(), 0L);
      for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
        if (record.offset() >= bound) {
          consumer.seek(partition, record.offset());
          break;
        }
        values.add(record.value());
      }
    }
    return new Portion(ChangeBatch.read(values), values.size());
  }

  @Override
  public void close() {
    consumer.close();
  }

  private static <T> T asking(Supplier<T> question) {
    try {
      return question.get();
    } catch (KafkaException e) {
      throw new ReplayException("Kafka does not let the topic be read again: " + e.getMessage(), e);
    }
  }
}
