package dev.portolan.scorecard.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.events.DeadLetterHeaders;
import dev.portolan.scorecard.intake.DeadLetters.DeadLetter;
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
  /**
   * The largest record that writers may put on the entities' topic, 8 MB, and the headers that are
   * added here; application.yml lets the producer send as much.
   */
  static final int LARGEST_LETTER = 9 << 20;

  /** Of a longer reason the beginning is kept, in characters: some quote all that they refuse. */
  static final int LONGEST_REASON = 2_000;

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

  /** Never within a character. */
  static String cut(String reason) {
    if (reason.length() <= LONGEST_REASON) {
      return reason;
    }
    boolean withinOne = Character.isHighSurrogate(reason.charAt(LONGEST_REASON - 1));
    return reason.substring(0, withinOne ? LONGEST_REASON - 1 : LONGEST_REASON) + "…";
  }

  private static Headers headers(ConsumerRecord<?, ?> record, String reason) {
    return new RecordHeaders(record.headers().toArray())
        .add(DeadLetterHeaders.REASON, reason.getBytes(UTF_8))
        .add(DeadLetterHeaders.TOPIC, record.topic().getBytes(UTF_8))
        .add(DeadLetterHeaders.PARTITION, Integer.toString(record.partition()).getBytes(UTF_8))
        .add(DeadLetterHeaders.OFFSET, Long.toString(record.offset()).getBytes(UTF_8));
  }
}
