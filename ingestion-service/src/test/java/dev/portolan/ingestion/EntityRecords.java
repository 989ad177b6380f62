package dev.portolan.ingestion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the topic as any other system does. */
public final class EntityRecords {
  private EntityRecords() {}

  /**
   * Every event on the topic by now, in order per key: one that an instance sent, which was stopped
   * before it could note so, is sent again by the next, with the same id.
   */
  static List<ConsumerRecord<String, String>> all(String kafka, String topic) {
    Map<String, ConsumerRecord<String, String>> events = new LinkedHashMap<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", kafka),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(record -> events.putIfAbsent(headers(record).get("ce_id"), record));
      }
    }
    return List.copyOf(events.values());
  }

  public static Map<String, String> headers(ConsumerRecord<?, ?> record) {
    return Arrays.stream(record.headers().toArray())
        .collect(toMap(Header::key, header -> new String(header.value(), UTF_8)));
  }

  public static JsonNode value(ConsumerRecord<?, String> record) {
    return JsonMapper.shared().readTree(record.value());
  }
}
