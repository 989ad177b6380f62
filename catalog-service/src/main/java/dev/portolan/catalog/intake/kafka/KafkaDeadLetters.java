package dev.portolan.catalog.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.catalog.intake.DeadLetters.DeadLetter;
import dev.portolan.events.DeadLetterHeaders;
import java.util.ArrayList;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/** Writes records as they came, with headers that say why and whence, to the dead-letter topic. */
final class KafkaDeadLetters {
  /** The entities' topic takes 8 MB; a dead letter is such a record with more headers. */
  static final int LARGEST_LETTER = 9 * 1024 * 1024;

  /** A reason may quote the record; so much of it tells enough. */
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
      String reason = cut(letter.reason());
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
                  topic, null, record.key(), record.value(), headers(record, reason))));
    }
    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
  }

  static String cut(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + " …";
  }

  private static Headers headers(ConsumerRecord<?, ?> record, String reason) {
    return new RecordHeaders(record.headers().toArray())
        .add(DeadLetterHeaders.REASON, reason.getBytes(UTF_8))
        .add(DeadLetterHeaders.TOPIC, record.topic().getBytes(UTF_8))
        .add(DeadLetterHeaders.PARTITION, Integer.toString(record.partition()).getBytes(UTF_8))
        .add(DeadLetterHeaders.OFFSET, Long.toString(record.offset()).getBytes(UTF_8));
  }
}
