package dev.portolan.gateway.change.kafka;

import dev.portolan.events.EntityChanged;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.change.ChangeCursor;
import dev.portolan.gateway.change.ChangeFilter;
import dev.portolan.gateway.change.EntityChange;
import dev.portolan.gateway.change.LastVersions;
import dev.portolan.gateway.change.Shortcoming;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
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
public final class EntityChanges implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EntityChanges.class);

  /** Threads of the platform: a consumer that waits for the network would hold a carrier. */
  private static final ThreadFactory THREADS =
      Thread.ofPlatform().daemon().name("changes-", 0).factory();

  /**
   * How many entities a subscription remembers the version of: more than the write side sends again
   * after a crash.
   */
  private static final int REMEMBERED = 4_096;

  private final ChangeProperties properties;
  private final TopicWatch watch;
  private final JsonMapper json;
  private final InstantSource clock;
  private final Counter unreadable;
  private final AtomicInteger open = new AtomicInteger();

  EntityChanges(
      ChangeProperties properties, JsonMapper json, InstantSource clock, MeterRegistry meters) {
    this.properties = properties;
    this.watch = new TopicWatch(properties);
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
    return watch.end();
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
    try (ChangeConsumer consumer = new ChangeConsumer(properties, watch.topic())) {
      sink.onDispose(
          () -> {
            consumer.wakeUp();
            LockSupport.unpark(reader);
          });
      begin(consumer, after);
      LastVersions seen = new LastVersions(REMEMBERED);
      while (!sink.isCancelled()) {
        consumer.read().stream()
            .map(read -> changeIn(read, filter, seen))
            .filter(Objects::nonNull)
            .forEach(sink::next);
        awaitDemand(sink);
        watch.recently().ifPresent(consumer::keepUpWith);
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

  /** The change in a record; null when it is none, does not pass or has been told already. */
  private @Nullable EntityChange changeIn(
      ChangeConsumer.Read read, ChangeFilter filter, LastVersions seen) {
    byte[] value = read.record().value();
    if (value == null) {
      return null; // The tombstone behind a deletion, which has been told already.
    }
    try {
      EntityChanged event = json.readValue(value, EntityChanged.class);
      Optional<String> shortcoming = Shortcoming.of(event);
      if (shortcoming.isPresent()) {
        passOver(read.record(), shortcoming.get());
        return null;
      }
      return seen.isNews(event.ref(), event.version()) && filter.test(event)
          ? new EntityChange(event, read.behind().encoded())
          : null;
    } catch (JacksonException e) {
      passOver(read.record(), "cannot be read: " + e.getOriginalMessage());
      return null;
    } catch (RuntimeException e) {
      passOver(read.record(), "cannot be dealt with: " + e);
      return null;
    }
  }

  /** The readers set such a record aside with its reason; here it must only not end the stream. */
  private void passOver(ConsumerRecord<byte[], byte[]> record, String why) {
    unreadable.increment();
    log.warn(
        "Passed over the record of {} at {}-{}, offset {}, which {}",
        record.key() == null ? "no key" : new String(record.key(), StandardCharsets.UTF_8),
        record.topic(),
        record.partition(),
        record.offset(),
        why);
  }

  @Override
  public void close() {
    watch.close();
  }
}
