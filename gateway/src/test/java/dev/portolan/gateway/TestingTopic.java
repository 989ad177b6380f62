package dev.portolan.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A topic of changes, made as ingestion-service makes it, and written as its relay writes. */
final class TestingTopic {
  private final String kafka;
  private final String name;
  private final int partitions;
  private final KafkaProducer<byte[], byte[]> producer;

  TestingTopic(String kafka, String name, int partitions) {
    this.kafka = kafka;
    this.name = name;
    this.partitions = partitions;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      NewTopic topic = new NewTopic(name, partitions, (short) 1);
      topic.configs(Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", "604800000"));
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  String name() {
    return name;
  }

  /** The cursor of this topic's beginning, as if the topic had another identity. */
  String cursor() {
    return new dev.portolan.gateway.change.ChangeCursor(
            name.hashCode(), Collections.nCopies(partitions, 0L))
        .encoded();
  }

  void publish(String ref, long version, String change) {
    publish(ref, version, change, "payments");
  }

  void publish(String ref, long version, String change, String owner) {
    raw(ref, event(ref, version, change, owner, "[]"));
  }

  /** An update that gives an entity another owner. */
  void move(String ref, long version, String from, String to) {
    String before = "[{\"type\":\"ownedBy\",\"target\":\"group:default/%s\"}]".formatted(from);
    raw(ref, event(ref, version, "UPDATED", to, before));
  }

  /** Gives the topic a partition more, and publishes there. */
  void publishToNewPartition(String ref, long version, String change) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
      int count =
          admin
              .describeTopics(List.of(name))
              .allTopicNames()
              .get()
              .values()
              .iterator()
              .next()
              .partitions()
              .size();
      admin.createPartitions(Map.of(name, NewPartitions.increaseTo(count + 1))).all().get();
      byte[] value = event(ref, version, change, "payments", "[]").getBytes(UTF_8);
      producer.send(new ProducerRecord<>(name, count, ref.getBytes(UTF_8), value)).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String event(
      String ref, long version, String change, String owner, String relationsBefore) {
    String name = ref.substring(ref.indexOf('/') + 1);
    String kind = ref.substring(0, ref.indexOf(':'));
    String entity =
        """
        {"kind":"%s","namespace":"default","name":"%s","spec":{"owner":"%s"},
         "relations":[{"type":"ownedBy","target":"group:default/%3$s"}]}"""
            .formatted(kind, name, owner);
    String relations =
        relationsBefore.equals("[]")
            ? ""
            : ",{\"path\":\"/relations\",\"before\":%s}".formatted(relationsBefore);
    return """
    {"ref":"%s","version":%d,"change":"%s","entity":%s,
     "changed":[{"path":"/spec/owner","before":"a","after":"b"}%s],"sources":["git"],
     "observedAt":"2026-11-24T08:15:00Z","committedAt":"2026-11-24T08:15:01Z"}"""
        .formatted(
            ref,
            Math.max(1, version),
            change,
            change.equals("DELETED") ? "null" : entity,
            relations);
  }

  void tombstone(String ref) {
    raw(ref, null);
  }

  /** Any value, also one that is no change. */
  void raw(String ref, @Nullable String value) {
    byte[] bytes = value == null ? null : value.getBytes(UTF_8);
    try {
      producer.send(new ProducerRecord<>(name, ref.getBytes(UTF_8), bytes)).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
