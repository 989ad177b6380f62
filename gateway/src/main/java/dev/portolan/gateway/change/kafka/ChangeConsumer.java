package dev.portolan.gateway.change.kafka;

import dev.portolan.gateway.change.ChangeCursor;
import dev.portolan.gateway.change.kafka.Resumption.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads all partitions of the topic from a place on, and always knows the place behind the last
 * record. It belongs to no group: the client keeps its place.
 *
 * <p>For one thread at a time; only {@link #wakeUp} may be called from any.
 */
final class ChangeConsumer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final ChangeTopic topic;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final List<Long> next = new ArrayList<>();

  /** A record, and the place behind it. */
  record Read(ConsumerRecord<byte[], byte[]> record, ChangeCursor behind) {}

  ChangeConsumer(ChangeProperties properties, ChangeTopic topic) {
    this.topic = topic;
    this.consumer = new KafkaConsumer<>(settings(properties));
    assign(topic.partitions());
  }

  private void assign(int count) {
    for (int partition = partitions.size(); partition < count; partition++) {
      partitions.add(new TopicPartition(topic.name(), partition));
    }
    consumer.assign(partitions);
  }

  private static Map<String, Object> settings(ChangeProperties properties) {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        properties.kafka(),
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "none",
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
        properties.fetchBytes(),
        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
        properties.fetchBytes(),
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        Math.toIntExact(properties.timeout().toMillis()),
        ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG,
        List.of());
  }

  /** Goes to where the next record of each partition will be. */
  ChangeConsumer fromNow() {
    return at(ends());
  }

  /** Goes to a cursor, if everything behind it is still there. */
  ChangeConsumer from(ChangeCursor cursor, Instant now) {
    List<Long> ends = ends();
    List<Long> complete = completeFrom(now, ends);
    List<Held> held =
        IntStream.range(0, partitions.size())
            .mapToObj(i -> new Held(complete.get(i), ends.get(i)))
            .toList();
    return at(Resumption.offsets(cursor, topic.id(), held));
  }

  /** Takes in the partitions that the topic has got since; all that is in them is news. */
  void keepUpWith(ChangeTopic now) {
    if (now.id() != topic.id()) {
      throw Resumption.expired("the topic has been made anew since");
    }
    int known = partitions.size();
    if (now.partitions() > known) {
      assign(now.partitions());
      for (TopicPartition added : partitions.subList(known, partitions.size())) {
        next.add(0L);
        consumer.seek(added, 0);
      }
    }
  }

  private ChangeConsumer at(List<Long> offsets) {
    next.clear();
    next.addAll(offsets);
    for (int i = 0; i < partitions.size(); i++) {
      consumer.seek(partitions.get(i), offsets.get(i));
    }
    return this;
  }

  private List<Long> ends() {
    return inOrder(consumer.endOffsets(partitions));
  }

  /** The first record of each partition that is too young for compaction, and the end if none. */
  private List<Long> completeFrom(Instant now, List<Long> ends) {
    List<Long> begins = inOrder(consumer.beginningOffsets(partitions));
    long oldest = now.toEpochMilli() - topic.keepsAll().toMillis();
    if (oldest <= 0) {
      return begins;
    }
    Map<TopicPartition, OffsetAndTimestamp> young =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(Function.identity(), p -> oldest)));
    List<Long> complete = new ArrayList<>();
    for (int i = 0; i < partitions.size(); i++) {
      OffsetAndTimestamp first = young.get(partitions.get(i));
      complete.add(Math.max(begins.get(i), first == null ? ends.get(i) : first.offset()));
    }
    return complete;
  }

  private List<Long> inOrder(Map<TopicPartition, Long> offsets) {
    return partitions.stream().map(offsets::get).toList();
  }

  /** The place behind the last record. */
  ChangeCursor cursor() {
    return new ChangeCursor(topic.id(), List.copyOf(next));
  }

  /** The next records, none after half a second without any. */
  List<Read> read() {
    List<Read> read = new ArrayList<>();
    try {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(PATIENCE)) {
        next.set(record.partition(), record.offset() + 1);
        read.add(new Read(record, cursor()));
      }
    } catch (WakeupException e) {
      // Nobody listens any more; what follows is the close.
    } catch (OffsetOutOfRangeException e) {
      throw Resumption.expired("the topic has lost records");
    }
    return read;
  }

  /** Ends a {@link #read} that is waiting, from any thread. */
  void wakeUp() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}
