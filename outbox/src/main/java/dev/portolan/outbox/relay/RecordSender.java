package dev.portolan.outbox.relay;

import dev.portolan.outbox.OutboxProperties;
import dev.portolan.outbox.relay.RelayStatus.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends rows and returns when Kafka has them.
 *
 * <p>When some of a batch fail the whole batch is sent again, in order: of a key's events the last
 * on the topic is then always the last that was committed, whatever got through before.
 */
final class RecordSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordSender.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Producer<byte[], byte[]> producer;
  private final String kafka;
  private final EventRecords records;
  private final RelayStatusBoard board;

  RecordSender(OutboxProperties outbox, EventRecords records, RelayStatusBoard board) {
    this.producer = new KafkaProducer<>(settings(outbox));
    this.kafka = outbox.kafka();
    this.records = records;
    this.board = board;
  }

  private static Map<String, Object> settings(OutboxProperties outbox) {
    Map<String, Object> settings = new HashMap<>(outbox.producer());
    settings.put("bootstrap.servers", outbox.kafka());
    settings.put("key.serializer", ByteArraySerializer.class);
    settings.put("value.serializer", ByteArraySerializer.class);
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.putIfAbsent("client.id", "portolan-outbox");
    settings.putIfAbsent("compression.type", "lz4");
    settings.putIfAbsent("linger.ms", "5");
    settings.putIfAbsent("batch.size", "262144");
    settings.putIfAbsent("buffer.memory", Integer.toString(32 * 1024 * 1024));
    // An entity may have a megabyte, and its change tells it before and after.
    settings.putIfAbsent("max.request.size", Integer.toString(8 * 1024 * 1024));
    // Short, so that it is soon said that Kafka is away; the rows are sent again for ever.
    settings.putIfAbsent("max.block.ms", "10000");
    settings.putIfAbsent("request.timeout.ms", "10000");
    settings.putIfAbsent("delivery.timeout.ms", "20000");
    settings.putIfAbsent("reconnect.backoff.max.ms", "2000");
    return settings;
  }

  /**
   * Sends the rows until Kafka has acknowledged all, however long it is away.
   *
   * @return the rows that Kafka will never take, with the reason; empty as a rule
   * @throws InterruptedException when the relay is to stop; some of the rows may have arrived
   */
  Map<WaitingRow, String> send(List<WaitingRow> rows) throws InterruptedException {
    Map<WaitingRow, String> refused = new LinkedHashMap<>();
    boolean away = false;
    while (true) {
      List<WaitingRow> left = rows.stream().filter(row -> !refused.containsKey(row)).toList();
      RetriableException failure = attempt(left, refused);
      if (failure == null) {
        if (away) {
          LOG.info("Kafka at {} acknowledges again", kafka);
          board.enter(Phase.RELAYING);
        }
        return refused;
      }
      if (!away) {
        away = true;
        LOG.warn(
            "Kafka at {} does not acknowledge: {}. The events wait in the outbox table; trying on",
            kafka,
            failure.getMessage());
      }
      board.enter(Phase.KAFKA_AWAY, failure.getMessage());
      Thread.sleep(PAUSE);
    }
  }

  /** Sends once; the failure that asks for another attempt, or null when none is needed. */
  private @Nullable RetriableException attempt(
      List<WaitingRow> rows, Map<WaitingRow, String> refused) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>(rows.size());
    try {
      for (WaitingRow row : rows) {
        Future<RecordMetadata> future = producer.send(records.of(row));
        sent.add(future);
        if (future.isDone() && future.state() == Future.State.FAILED) {
          break; // Each further one could take as long to fail as this one did.
        }
      }
      producer.flush();
    } catch (InterruptException e) {
      throw (InterruptedException) new InterruptedException().initCause(e);
    }
    RetriableException failure = null;
    for (int i = 0; i < sent.size(); i++) {
      if (sent.get(i).state() == Future.State.FAILED) {
        switch (sent.get(i).exceptionNow()) {
          case RetriableException again -> failure = again;
          case RecordTooLargeException never -> refused.put(rows.get(i), words(never));
          case InvalidTopicException never -> refused.put(rows.get(i), words(never));
          case Throwable other -> throw new RelayException("Kafka refuses this service", other);
        }
      }
    }
    return sent.size() < rows.size() && failure == null ? retry() : failure;
  }

  private static String words(Exception failure) {
    return String.valueOf(failure.getMessage());
  }

  private static RetriableException retry() {
    return new TimeoutException("the batch was cut short");
  }

  /** Drops what is still on its way: this relay may have lost the right to send it. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
