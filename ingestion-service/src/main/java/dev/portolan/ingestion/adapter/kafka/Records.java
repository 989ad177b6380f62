package dev.portolan.ingestion.adapter.kafka;

import dev.portolan.ingestion.adapter.BoundException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The records of a topic. A consumer waits for ever in silence, and this does not. */
final class Records implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Duration silence;

  /** Takes records, in order per partition. */
  interface Handler {
    /** Takes one. */
    void take(ConsumerRecord<byte[], byte[]> record) throws BoundException;
  }

  Records(KafkaSource source, KafkaSettings settings, Topic topic) {
    this.consumer =
        new KafkaConsumer<>(
            ClientProperties.ofConsumer(source, settings),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    this.partitions = topic.partitions();
    this.silence = settings.silence();
    consumer.assign(partitions);
  }

  /** Where the first record that is there stands in each partition. */
  Map<TopicPartition, Long> beginnings() {
    return consumer.beginningOffsets(partitions);
  }

  /** Where the next record will stand in each partition. */
  Map<TopicPartition, Long> ends() {
    return consumer.endOffsets(partitions);
  }

  /** The next record is the first that is there. */
  void toBeginning() {
    consumer.seekToBeginning(partitions);
  }

  /** The next record is the next that is written. */
  void toEnd() {
    ends().forEach(consumer::seek);
  }

  /** Hands over what there is to be had, and waits a moment for it. */
  void poll(Handler handler) throws BoundException {
    for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
      handler.take(each);
    }
  }

  /**
   * Hands over all records up to there, and perhaps a few more.
   *
   * @throws TimeoutException when nothing comes for too long
   * @throws BoundException when it takes too long altogether
   */
  void readTo(Map<TopicPartition, Long> ends, Handler handler) throws BoundException {
    long begun = System.nanoTime();
    long heard = begun;
    long left = left(ends);
    while (left > 0) {
      poll(handler);
      long now = System.nanoTime();
      long before = left;
      left = left(ends);
      heard = left < before ? now : heard;
      if (now - heard > silence.toNanos()) {
        throw new TimeoutException("%,d records are awaited in vain".formatted(left));
      }
      if (now - begun > LONGEST.toNanos()) {
        throw new BoundException(
            "Reading the topic takes more than %d min; the rest is not read"
                .formatted(LONGEST.toMinutes()));
      }
    }
  }

  /** By position and not by record: those of a transaction that was broken off are never seen. */
  private long left(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
        .sum();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(CLOSING));
  }
}
