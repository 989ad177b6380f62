package dev.portolan.ingestion.adapter.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Where a record stands in its topic, and when it was written. */
record Position(int partition, long offset, long timestamp) {

  static Position of(ConsumerRecord<?, ?> record) {
    return new Position(record.partition(), record.offset(), record.timestamp());
  }

  /** Records of one key are in several partitions where a topic was given more of them. */
  boolean isAfter(Position other) {
    return partition == other.partition ? offset > other.offset : timestamp > other.timestamp;
  }
}
