package dev.portolan.search.intake.kafka;

import dev.portolan.search.intake.ChangeBatch;
import dev.portolan.search.intake.Replay;
import dev.portolan.search.intake.ReplayException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads partitions that nobody assigns and of which no offset is committed. */
final class KafkaReplay implements Replay {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** So often it asks for records that are there and still on their way. */
  private static final int TRIES = 20;

  private static final Duration MOMENT = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final IntakeLag lag;

  private KafkaReplay(
      Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, IntakeLag lag) {
    this.consumer = consumer;
    this.partitions = partitions;
    this.lag = lag;
  }

  /**
   * Of all partitions of the topic.
   *
   * @param from the offset of each partition to begin at; the others begin at their beginning
   * @param lag tells how far the reader is
   */
  static KafkaReplay of(
      Consumer<byte[], byte[]> consumer, String topic, Map<Integer, Long> from, IntakeLag lag) {
    try {
      List<TopicPartition> partitions =
          asking(() -> consumer.partitionsFor(topic)).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      from.forEach(
          (partition, offset) -> consumer.seek(new TopicPartition(topic, partition), offset));
      return new KafkaReplay(consumer, partitions, lag);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  @Override
  public void readOn(java.util.function.Consumer<ChangeBatch> batches) {
    Map<TopicPartition, Long> ends = asking(() -> consumer.endOffsets(partitions));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (left(ends) > 0) {
      ConsumerRecords<byte[], byte[]> polled = asking(() -> consumer.poll(MOMENT));
      if (!polled.isEmpty()) {
        batches.accept(read(polled));
        deadline = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() - deadline > 0) {
        throw new ReplayException(
            "Nothing more comes from the topic at %s, short of %s".formatted(positions(), ends));
      }
    }
  }

  @Override
  public ChangeBatch next() {
    ConsumerRecords<byte[], byte[]> polled = asking(() -> consumer.poll(MOMENT));
    for (int tried = 1; polled.isEmpty() && left() > 0 && tried < TRIES; tried++) {
      polled = asking(() -> consumer.poll(MOMENT));
    }
    return read(polled);
  }

  private static ChangeBatch read(ConsumerRecords<byte[], byte[]> polled) {
    List<byte @Nullable []> values = new ArrayList<>(polled.count());
    polled.forEach(record -> values.add(record.value()));
    return ChangeBatch.read(values);
  }

  private long left(Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> at = places();
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - at.getOrDefault(end.getKey(), 0L)))
        .sum();
  }

  @Override
  public long left() {
    return left(asking(() -> consumer.endOffsets(partitions)));
  }

  @Override
  public Map<Integer, Long> positions() {
    Map<Integer, Long> positions = new TreeMap<>();
    places().forEach((partition, offset) -> positions.put(partition.partition(), offset));
    return positions;
  }

  private Map<TopicPartition, Long> places() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (TopicPartition partition : partitions) {
      positions.put(partition, asking(() -> consumer.position(partition)));
    }
    return positions;
  }

  @Override
  public boolean isApplied() {
    try {
      return lag.recordsBefore(places()) == 0;
    } catch (LagUnknownException e) {
      throw new ReplayException(String.valueOf(e.getMessage()), e);
    }
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
