package dev.portolan.search.intake.kafka;

import dev.portolan.search.intake.Beginnings;
import dev.portolan.search.intake.StoreUnavailableException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private static final long PATIENCE_SECONDS = 3;

  private final Admin admin;
  private final IntakeProperties properties;
  private final Beginnings beginnings;

  IntakeLag(Admin admin, IntakeProperties properties, Beginnings beginnings) {
    this.admin = admin;
    this.properties = properties;
    this.beginnings = beginnings;
  }

  /**
   * Counts anew. When it answers 0, everything that was on the topic before the call has been
   * applied: the ends are read first, and offsets are committed only after the write.
   *
   * @throws LagUnknownException when Kafka does not answer, or when only the store could tell
   *     whether there is nothing left
   */
  long records() {
    return asking(() -> unapplied(offsets(partitions(), OffsetSpec.latest())));
  }

  /**
   * How many records before these offsets are not applied yet.
   *
   * @throws LagUnknownException as of {@link #records}
   */
  long recordsBefore(Map<TopicPartition, Long> ends) {
    return asking(() -> unapplied(ends));
  }

  private long unapplied(Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException, TimeoutException {
    // The store before the offsets: once it says that a partition is begun, the offset that was
    // rewound for it has been committed.
    Optional<Set<Integer>> begun = begun();
    Map<TopicPartition, OffsetAndMetadata> committed = committed();
    begun.ifPresent(
        known -> committed.keySet().removeIf(partition -> !known.contains(partition.partition())));
    long records = difference(ends, starts(List.copyOf(ends.keySet()), committed), committed);
    if (records == 0 && begun.isEmpty()) {
      throw new LagUnknownException("The store is away and does not say what it was given", null);
    }
    return records;
  }

  /** A question to Kafka. */
  @FunctionalInterface
  private interface Question {
    long ask() throws ExecutionException, InterruptedException, TimeoutException;
  }

  private static long asking(Question question) {
    try {
      return question.ask();
    } catch (ExecutionException | TimeoutException e) {
      throw new LagUnknownException("Kafka did not say how many records are still to be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LagUnknownException("Interrupted while asking Kafka", e);
    }
  }

  /** What was committed for a store that was lost since does not count; empty while it is away. */
  private Optional<Set<Integer>> begun() {
    try {
      return Optional.of(beginnings.begun());
    } catch (StoreUnavailableException e) {
      return Optional.empty();
    }
  }

  private Map<TopicPartition, OffsetAndMetadata> committed()
      throws ExecutionException, InterruptedException, TimeoutException {
    return new HashMap<>(
        admin
            .listConsumerGroupOffsets(properties.group())
            .partitionsToOffsetAndMetadata()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private List<TopicPartition> partitions()
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      return admin
          .describeTopics(List.of(properties.topic()))
          .allTopicNames()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .values()
          .stream()
          .flatMap(topic -> topic.partitions().stream())
          .map(partition -> new TopicPartition(properties.topic(), partition.partition()))
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
