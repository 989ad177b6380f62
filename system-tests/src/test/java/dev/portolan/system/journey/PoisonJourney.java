package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.system.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody writes to the topic what no reader can read. */
@ExtendWith(OnPlatform.class)
class PoisonJourney {
  private static final String TOPIC = "catalog.entities.v1";

  @Test
  void everyReaderSetsThePoisonedRecordAsideWithItsReasonAndGoesOn(Platform platform)
      throws Exception {
    poison(platform, "component:default/poisoned", "{\"ref\": \"component:default/poi");
    for (String reader : List.of("catalog-service", "search-service", "scorecard-service")) {
      ConsumerRecord<String, String> dead =
          await()
              .atMost(Duration.ofMinutes(1))
              .until(() -> lastDeadLetter(platform, reader), Objects::nonNull);
      assertThat(dead.key()).isEqualTo("component:default/poisoned");
      assertThat(reasonsOf(dead)).as(reader).isNotEmpty();
    }
    new Source(platform, "antidote").has("poisoned");
    platform.await();
    assertThat(
            platform
                .graphQl()
                .data("{ entity(ref: \"component:default/poisoned\") { version } }")
                .at("/entity/version")
                .asInt())
        .isEqualTo(1);
  }

  private static void poison(Platform platform, String key, String value) throws Exception {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", platform.kafka()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, key, value)).get();
    }
  }

  private static @org.jspecify.annotations.Nullable ConsumerRecord<String, String> lastDeadLetter(
      Platform platform, String reader) {
    String deadLetters = TOPIC + "." + reader + ".dlt";
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", platform.kafka(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      var partitions =
          consumer.partitionsFor(deadLetters, Duration.ofSeconds(5)).stream()
              .map(p -> new org.apache.kafka.common.TopicPartition(p.topic(), p.partition()))
              .toList();
      if (partitions.isEmpty()) {
        return null; // The reader makes the topic with its first dead letter.
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      ConsumerRecord<String, String> last = null;
      for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(5))) {
        last = record;
      }
      return last;
    }
  }

  private static Map<String, String> reasonsOf(ConsumerRecord<String, String> dead) {
    Map<String, String> reasons = new TreeMap<>();
    dead.headers()
        .forEach(
            header -> {
              if (header.key().contains("reason")) {
                reasons.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
              }
            });
    return reasons;
  }
}
