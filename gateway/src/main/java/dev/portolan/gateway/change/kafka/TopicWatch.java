package dev.portolan.gateway.change.kafka;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.change.ChangeCursor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the topic, over one connection for all who ask, and a few of them at once. */
final class TopicWatch implements AutoCloseable {
  private static final int LOOKS_AT_ONCE = 8;

  private static final Logger log = LoggerFactory.getLogger(TopicWatch.class);

  private final ChangeProperties properties;
  private final Semaphore looks = new Semaphore(LOOKS_AT_ONCE, true);
  private @Nullable Admin admin;
  private final AtomicLong nextLook = new AtomicLong(System.nanoTime());
  private volatile @Nullable ChangeTopic seen;

  TopicWatch(ChangeProperties properties) {
    this.properties = properties;
  }

  /** What is asked of Kafka. */
  private interface Look<T> {
    T at(Admin admin) throws ExecutionException, InterruptedException;
  }

  /** The topic as it is. */
  ChangeTopic topic() {
    ChangeTopic topic = inTurn(this::described);
    seen = topic;
    return topic;
  }

  /** The topic as it was a moment ago; no subscription waits for the look that keeps this true. */
  Optional<ChangeTopic> recently() {
    long now = System.nanoTime();
    long due = nextLook.get();
    if (now - due >= 0 && nextLook.compareAndSet(due, now + properties.recheck().toNanos())) {
      Thread.ofVirtual().name("topic-watch").start(this::lookAgain);
    }
    return Optional.ofNullable(seen);
  }

  private void lookAgain() {
    try {
      topic();
    } catch (CodedException e) {
      log.debug("The topic is taken to be as it was", e);
    }
  }

  /** The place behind the last change that is on the topic now. */
  ChangeCursor end() {
    return inTurn(
        connection -> {
          ChangeTopic topic = described(connection);
          return new ChangeCursor(topic.id(), ends(connection, topic));
        });
  }

  private ChangeTopic described(Admin connection) throws ExecutionException, InterruptedException {
    return ChangeTopic.look(connection, properties.topic());
  }

  private static List<Long> ends(Admin connection, ChangeTopic topic)
      throws ExecutionException, InterruptedException {
    List<TopicPartition> partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
            .toList();
    Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends =
        connection
            .listOffsets(
                partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
            .all()
            .get();
    return partitions.stream()
        .map(partition -> Objects.requireNonNull(ends.get(partition)).offset())
        .toList();
  }

  private <T> T inTurn(Look<T> look) {
    try {
      if (!looks.tryAcquire(properties.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
        throw ChangeTopic.away("too many ask for its place at once");
      }
      try {
        return look.at(connection());
      } finally {
        looks.release();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof UnknownTopicOrPartitionException
          ? ChangeTopic.away(
              "there is no topic of changes yet; ingestion-service makes it when it starts")
          : ChangeTopic.away(e);
    } catch (KafkaException e) {
      throw ChangeTopic.away(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ChangeTopic.away("the gateway is stopping");
    }
  }

  /** Made when it is first needed: it fails where a broker's name is not known yet. */
  private synchronized Admin connection() {
    if (admin == null) {
      int patience = Math.toIntExact(properties.timeout().toMillis());
      admin =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                  properties.kafka(),
                  AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                  patience,
                  AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                  patience,
                  AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG,
                  List.of()));
    }
    return admin;
  }

  @Override
  public synchronized void close() {
    if (admin != null) {
      admin.close(properties.timeout());
    }
  }
}
