package dev.portolan.scorecard.intake.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How many records of the topic this reader has not applied yet. */
final class IntakeLag {
  private static final long PATIENCE_SECONDS = 10;

  private final Admin admin;
  private final String topic;
  private final String group;

  IntakeLag(Admin admin, String topic, String group) {
    this.admin = admin;
    this.topic = topic;
    this.group = group;
  }

  /**
   * Counts anew. When it answers 0, everything that was on the topic before the call has been
   * applied: the ends are read first, and offsets are committed only after the write.
   *
   * @throws LagUnknownException when Kafka does not answer
   */
  long records() {
    try {
      List<TopicPartition> partitions = partitions();
      Map<TopicPartition, Long> ends = offsets(partitions, OffsetSpec.latest());
      Map<TopicPartition, OffsetAndMetadata> committed =
          admin
              .listConsumerGroupOffsets(group)
              .partitionsToOffsetAndMetadata()
              .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return difference(ends, starts(partitions, committed), committed);
    } catch (ExecutionException | TimeoutException e) {
      throw new LagUnknownException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LagUnknownException(e);
    }
  }

  private List<TopicPartition> partitions()
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return admin
          .describeTopics(List.of(topic))
          .allTopicNames()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .values()
          .stream()
          .flatMap(described -> described.partitions().stream())
          .map(partition -> new TopicPartition(topic, partition.partition()))
          .toList();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return List.of();
      }
      throw e;
    }
  }

  /** A partition of which nothing was committed yet is behind by all that it still holds. */
  private Map<TopicPartition, Long> starts(
      List<TopicPartition> partitions, Map<TopicPartition, OffsetAndMetadata> committed)
      throws ExecutionException, InterruptedException, TimeoutException {
    return offsets(
        partitions.stream().filter(partition -> committed.get(partition) == null).toList(),
        OffsetSpec.earliest());
  }

  private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    partitions.forEach(partition -> asked.put(partition, spec));
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (Map.Entry<TopicPartition, ListOffsetsResultInfo> answer :
        admin.listOffsets(asked).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS).entrySet()) {
      offsets.put(answer.getKey(), answer.getValue().offset());
    }
    return offsets;
  }

  static long difference(
      Map<TopicPartition, Long> ends,
      Map<TopicPartition, Long> starts,
      Map<TopicPartition, OffsetAndMetadata> committed) {
    long records = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      OffsetAndMetadata held = committed.get(end.getKey());
      long from = held != null ? held.offset() : starts.getOrDefault(end.getKey(), 0L);
      records += Math.max(0, end.getValue() - from);
    }
    return records;
  }
}
