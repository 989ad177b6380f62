package dev.portolan.search.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.events.DeadLetterHeaders;
import dev.portolan.search.intake.DeadLetters.DeadLetter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Writes records as they came, with headers that say why and whence, to the dead-letter topic. */
final class KafkaDeadLetters {
  /** The largest record that writers may put on the entities' topic. */
  static final int LARGEST_RECORD = 8 << 20;

  /** That, and the headers that are added here; application.yml lets the producer send as much. */
  static final int LARGEST_LETTER = 9 << 20;

  /** In characters: a reason may quote the document that it refuses. */
  static final int LONGEST_REASON = 4_000;

  private static final Logger log = LoggerFactory.getLogger(KafkaDeadLetters.class);

  private final KafkaTemplate<byte[], byte[]> kafka;
  private final KafkaAdmin admin;
  private final String topic;

  KafkaDeadLetters(KafkaTemplate<byte[], byte[]> kafka, KafkaAdmin admin, String topic) {
    this.kafka = kafka;
    this.admin = admin;
    this.topic = topic;
  }

  /** Returns when the broker has them all; throws when it does not take one. */
  void setAside(List<ConsumerRecord<byte[], byte[]>> records, List<DeadLetter> letters) {
    admin.createOrModifyTopics(
        new NewTopic(topic, Optional.of(1), Optional.empty())
            .configs(
                Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                    "-1",
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(LARGEST_LETTER))));
    List<CompletableFuture<?>> sent = new ArrayList<>(letters.size());
    for (DeadLetter letter : letters) {
      ConsumerRecord<byte[], byte[]> record = records.get(letter.position());
      String reason = shortened(letter.reason());
      log.error(
          "Set aside on {}: the record of {} at {}-{} offset {} {}",
          topic,
          record.key() == null ? "no key" : new String(record.key(), UTF_8),
          record.topic(),
          record.partition(),
          record.offset(),
          reason);
      sent.add(
          kafka.send(
              new ProducerRecord<>(
                  topic, null, record.key(), fitting(record.value()), headers(record, reason))));
    }
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
  }

  /**
   * The value, or its first part. Brokers measure records as they are compressed, so that one may
   * turn out to be larger than they take; better a part of it than a stream that stands still.
   */
  private static byte @Nullable [] fitting(byte @Nullable [] value) {
    return value == null || value.length <= LARGEST_RECORD
        ? value
        : Arrays.copyOf(value, LARGEST_RECORD);
  }

  static String shortened(String reason) {
    if (reason.length() <= LONGEST_REASON) {
      return reason;
    }
    int end =
        Character.isHighSurrogate(reason.charAt(LONGEST_REASON - 1))
            ? LONGEST_REASON - 1
            : LONGEST_REASON;
    return reason.substring(0, end) + " …";
  }

  private static Headers headers(ConsumerRecord<?, ?> record, String reason) {
    return new RecordHeaders(record.headers().toArray())
        .add(DeadLetterHeaders.REASON, reason.getBytes(UTF_8))
        .add(DeadLetterHeaders.TOPIC, record.topic().getBytes(UTF_8))
        .add(DeadLetterHeaders.PARTITION, Integer.toString(record.partition()).getBytes(UTF_8))
        .add(DeadLetterHeaders.OFFSET, Long.toString(record.offset()).getBytes(UTF_8));
  }
}
