package dev.portolan.gateway.change.kafka;

import dev.portolan.events.EntityChanged;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.change.ChangeCursor;
import dev.portolan.gateway.change.ChangeFilter;
import dev.portolan.gateway.change.EntityChange;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The changes on the topic, for as many as the properties allow to follow them at once. */
public final class EntityChanges {
  private static final Logger log = LoggerFactory.getLogger(EntityChanges.class);

  /** Threads of the platform: a consumer that waits for the network would hold a carrier. */
  private static final ThreadFactory THREADS =
      Thread.ofPlatform().daemon().name("changes-", 0).factory();

  private final ChangeProperties properties;
  private final JsonMapper json;
  private final InstantSource clock;
  private final Counter unreadable;
  private final AtomicInteger open = new AtomicInteger();

  EntityChanges(
      ChangeProperties properties, JsonMapper json, InstantSource clock, MeterRegistry meters) {
    this.properties = properties;
    this.json = json;
    this.clock = clock;
    this.unreadable =
        Counter.builder("portolan.changes.unreadable")
            .description(
                "Records of the topic that a subscription passed over, each per subscription")
            .register(meters);
    Gauge.builder("portolan.changes.subscriptions", open, AtomicInteger::get)
        .description("Open subscriptions")
        .register(meters);
  }

  /** The place behind the last change that is on the topic now. */
  public ChangeCursor now() {
    try (ChangeConsumer consumer = new ChangeConsumer(properties, ChangeTopic.look(properties))) {
      return consumer.fromNow().cursor();
    } catch (KafkaException e) {
      throw ChangeTopic.away(e);
    }
  }

  /**
   * The changes that pass a filter, for ever.
   *
   * <p>The topic is read no faster than they are taken. The stream fails with a {@link
   * CodedException} when too many are open, when the cursor cannot be used any more, and when Kafka
   * does not answer at its beginning; later it waits for Kafka to be back.
   *
   * @param after the place behind which they begin; null for now
   */
  public Flux<EntityChange> changes(ChangeFilter filter, @Nullable ChangeCursor after) {
    return Flux.create(
        sink -> {
          takePlace();
          Thread reader = THREADS.newThread(() -> follow(sink, filter, after));
          sink.onRequest(more -> LockSupport.unpark(reader));
          reader.start();
        });
  }

  private void takePlace() {
    if (open.incrementAndGet() > properties.subscriptions()) {
      open.decrementAndGet();
      throw new CodedException(
          ErrorCode.TOO_MANY_SUBSCRIPTIONS,
          "%d subscriptions are open, which is all that this gateway carries: try again later."
              .formatted(properties.subscriptions()));
    }
  }

  private void follow(
      FluxSink<EntityChange> sink, ChangeFilter filter, @Nullable ChangeCursor after) {
    Thread reader = Thread.currentThread();
    try (ChangeConsumer consumer = new ChangeConsumer(properties, ChangeTopic.look(properties))) {
      sink.onDispose(
          () -> {
            consumer.wakeUp();
            LockSupport.unpark(reader);
          });
      begin(consumer, after);
      while (!sink.isCancelled()) {
        consumer.read().stream()
            .map(read -> changeIn(read, filter))
            .filter(Objects::nonNull)
            .forEach(sink::next);
        awaitDemand(sink);
      }
    } catch (WakeupException e) {
      log.debug("A subscription ended before it had begun", e);
    } catch (KafkaException e) {
      sink.error(ChangeTopic.away(e));
    } catch (RuntimeException e) {
      sink.error(e);
    } finally {
      open.decrementAndGet();
    }
  }

  /** What has been read and is not yet taken waits in the sink; more is read when it is. */
  private static void awaitDemand(FluxSink<EntityChange> sink) {
    while (sink.requestedFromDownstream() == 0 && !sink.isCancelled()) {
      LockSupport.park(sink);
    }
  }

  private void begin(ChangeConsumer consumer, @Nullable ChangeCursor after) {
    if (after == null) {
      consumer.fromNow();
    } else {
      consumer.from(after, clock.instant());
    }
  }

  private @Nullable EntityChange changeIn(ChangeConsumer.Read read, ChangeFilter filter) {
    EntityChanged event = eventIn(read.record());
    return event != null && filter.test(event)
        ? new EntityChange(event, read.behind().encoded())
        : null;
  }

  private @Nullable EntityChanged eventIn(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    if (value == null) {
      return null; // The tombstone behind a deletion, which has been told already.
    }
    try {
      return json.readValue(value, EntityChanged.class);
    } catch (JacksonException e) {
      unreadable.increment();
      log.warn(
          "Passed over the record of {} at {}-{}, offset {}, which cannot be read: {}",
          record.key() == null ? "no key" : new String(record.key(), StandardCharsets.UTF_8),
          record.topic(),
          record.partition(),
          record.offset(),
          e.getOriginalMessage());
      return null;
    }
  }
}
