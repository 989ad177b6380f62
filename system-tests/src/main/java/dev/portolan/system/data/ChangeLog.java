package dev.portolan.system.data;

import dev.portolan.events.EntityChanged;
import dev.portolan.events.Relation;
import dev.portolan.system.platform.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log of changes as it stands on the topic, and what it says at any of its versions.
 *
 * @param entries in the order of their offsets, per partition
 */
public record ChangeLog(List<Entry> entries) {
  private static final String TOPIC = "catalog.entities.v1";
  private static final String DEPENDS_ON = "dependsOn";

  /** A change and where it stands. */
  public record Entry(int partition, long offset, EntityChanged change) {}

  /** Everything that is on the topic now, but for what is no change. */
  public static ChangeLog of(Platform platform) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of("bootstrap.servers", platform.kafka()),
            new StringDeserializer(),
            new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<Entry> entries = new ArrayList<>();
      while (partitions.stream()
          .anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofSeconds(1))) {
          add(entries, record);
        }
      }
      return new ChangeLog(entries);
    }
  }

  /** What it says of the entities whose names begin so. */
  public ChangeLog of(String beginning) {
    return new ChangeLog(
        entries.stream()
            .filter(entry -> entry.change().ref().name().startsWith(beginning))
            .toList());
  }

  /** Who depends on whom when the log has only these. */
  public Dependencies dependencies(Predicate<Entry> known) {
    Map<String, EntityChanged> latest = new HashMap<>();
    entries.stream()
        .filter(known)
        .map(Entry::change)
        .forEach(
            change ->
                latest.merge(
                    change.ref().toString(), change, (a, b) -> b.version() > a.version() ? b : a));
    Dependencies dependencies = new Dependencies();
    latest.forEach((ref, change) -> dependencies.add(ref, targets(change)));
    return dependencies;
  }

  private static List<String> targets(EntityChanged change) {
    List<Relation> relations = change.entity() == null ? List.of() : change.entity().relations();
    return relations.stream()
        .filter(relation -> relation.type().equals(DEPENDS_ON))
        .map(relation -> relation.target().toString())
        .toList();
  }

  private static void add(List<Entry> entries, ConsumerRecord<String, String> record) {
    if (record.value() == null) {
      return;
    }
    try {
      EntityChanged change = JsonMapper.shared().readValue(record.value(), EntityChanged.class);
      entries.add(new Entry(record.partition(), record.offset(), change));
    } catch (JacksonException e) {
      // Another journey writes what no reader can read; no reader knows it either.
    }
  }
}
