package dev.portolan.catalog.intake.kafka;

import dev.portolan.catalog.intake.IntakeProgress;
import dev.portolan.catalog.intake.Positions;
import dev.portolan.catalog.intake.Shown;
import dev.portolan.catalog.intake.StoreUnavailableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * How many records of the topic the store has not been given yet, or answers do not show yet. The
 * store says itself how far it is: committed offsets would say 0 of a store that was lost.
 */
final class IntakeLag implements IntakeProgress {
  private static final long PATIENCE_SECONDS = 5;

  private final Admin admin;
  private final Positions positions;
  private final Shown shown;
  private final String topic;

  private final ReentrantLock counting = new ReentrantLock();
  private Counted last = new Counted(System.nanoTime() - 1, 0);

  /** A result, and when its counting began. */
  private record Counted(long since, long records) {}

  IntakeLag(Admin admin, Positions positions, Shown shown, String topic) {
    this.admin = admin;
    this.positions = positions;
    this.shown = shown;
    this.topic = topic;
  }

  /**
   * When it answers 0, everything that was on the topic before the call has been applied and is
   * shown: the ends are read first. However many ask at the same time, one counts for all who asked
   * before it began.
   *
   * @throws LagUnknownException when Kafka or the store does not answer
   */
  long records() {
    long asked = System.nanoTime();
    try {
      if (!counting.tryLock(2 * PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new LagUnknownException(new TimeoutException("Others are still counting"));
      }
      try {
        if (last.since() - asked < 0) {
          long since = System.nanoTime();
          last = new Counted(since, count());
        }
        return last.records();
      } finally {
        counting.unlock();
      }
    } catch (ExecutionException | TimeoutException | StoreUnavailableException e) {
      throw new LagUnknownException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LagUnknownException(e);
    }
  }

  @Override
  public boolean hasAllBefore(Instant moment) {
    try {
      List<TopicPartition> partitions = partitions();
      Map<TopicPartition, Long> wanted = offsets(partitions, OffsetSpec.latest());
      offsets(partitions, OffsetSpec.forTimestamp(moment.toEpochMilli()))
          .forEach((partition, first) -> wanted.merge(partition, first, IntakeLag::firstOrEnd));
      return missing(wanted) == 0;
    } catch (ExecutionException | TimeoutException e) {
      throw new StoreUnavailableException("Kafka does not say how far the topic is", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException("Interrupted while asking how far the topic is", e);
    }
  }

  /** Where no record is as young as the moment, there is no first one. */
  private static long firstOrEnd(long end, long first) {
    return first < 0 ? end : first;
  }

  private long count() throws ExecutionException, InterruptedException, TimeoutException {
    return missing(offsets(partitions(), OffsetSpec.latest()));
  }

  private long missing(Map<TopicPartition, Long> ends)
      throws ExecutionException, InterruptedException, TimeoutException {
    Map<String, Long> reached = inBoth(positions.reached(), shown.position());
    // A partition that the store does not know is behind by all that it still holds.
    Map<TopicPartition, Long> starts =
        offsets(
            ends.keySet().stream()
                .filter(partition -> !reached.containsKey(partition.toString()))
                .toList(),
            OffsetSpec.earliest());
    return difference(ends, starts, reached);
  }

  /** A store that was made anew knows less than the answers, and for a moment it knows more. */
  static Map<String, Long> inBoth(Map<String, Long> stored, Map<String, Long> shown) {
    Map<String, Long> both = new HashMap<>(stored);
    both.keySet().retainAll(shown.keySet());
    both.replaceAll((partition, offset) -> Math.min(offset, shown.getOrDefault(partition, offset)));
    return both;
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
          .flatMap(it -> it.partitions().stream())
          .map(partition -> new TopicPartition(topic, partition.partition()))
          .toList();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return List.of();
      }
      throw e;
    }
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
      Map<TopicPartition, Long> ends, Map<TopicPartition, Long> starts, Map<String, Long> reached) {
    long records = 0;
    for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
      Long held = reached.get(end.getKey().toString());
      long from = held != null ? held : starts.getOrDefault(end.getKey(), 0L);
      records += Math.max(0, end.getValue() - from);
    }
    return records;
  }
}
