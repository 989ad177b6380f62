package dev.portolan.ingestion.adapter.kafka;

import dev.portolan.ingestion.adapter.BoundException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads a topic from its beginning to where it ends now, and says the newest record of each key.
 *
 * <p>Twice: first to learn which records these are, and then to say them, so that only keys are in
 * memory together.
 */
final class TopicReading {
  private static final int MOST_KEYS = 200_000;

  private final Records records;
  private final RecordMapping mapping;
  private final Map<TopicPartition, Long> ends;
  private final Map<String, Position> newest = new HashMap<>();

  TopicReading(Records records, RecordMapping mapping) {
    this.records = records;
    this.mapping = mapping;
    this.ends = records.ends();
  }

  void read() throws BoundException, UnusableTopicException {
    records.toBeginning();
    records.readTo(ends, this::learn);
    records.toBeginning();
    records.readTo(ends, this::say);
    if (!newest.isEmpty()) {
      throw new UnusableTopicException(
          "Kafka cleaned the topic while it was read, so that %,d of its keys were seen but once"
              .formatted(newest.size()));
    }
  }

  private void learn(ConsumerRecord<byte[], byte[]> record) throws BoundException {
    if (isBeyond(record)) {
      return;
    }
    newest.merge(
        RecordMapping.item(record),
        Position.of(record),
        (known, other) -> other.isAfter(known) ? other : known);
    if (newest.size() > MOST_KEYS) {
      throw new BoundException(
          "There are more than %,d keys; the rest is not read".formatted(MOST_KEYS));
    }
  }

  private void say(ConsumerRecord<byte[], byte[]> record) throws BoundException {
    if (!isBeyond(record) && newest.remove(RecordMapping.item(record), Position.of(record))) {
      mapping.map(record);
    }
  }

  /** Written since, which is heard by whoever follows the topic, or read the next time. */
  private boolean isBeyond(ConsumerRecord<?, ?> record) {
    return record.offset()
        >= ends.getOrDefault(new TopicPartition(record.topic(), record.partition()), 0L);
  }
}
