package dev.portolan.outbox.relay;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What there is to watch: what waits, since when, and what the slot keeps. */
final class OutboxMetrics implements MeterBinder {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final JdbcClient database;
  private final ReplicationSlot slot;
  private final RelayStatusBoard board;
  private final InstantSource clock;
  private @Nullable OutboxSample sample;
  private Instant taken = Instant.MIN;

  OutboxMetrics(
      JdbcClient database, ReplicationSlot slot, RelayStatusBoard board, InstantSource clock) {
    this.database = database;
    this.slot = slot;
    this.board = board;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    gauge(registry, "waiting", "Events not yet acknowledged by Kafka", s -> s.waiting());
    gauge(registry, "refused", "Events that Kafka will never take", s -> s.refused());
    gauge(registry, "lag", "Age of the oldest waiting event in seconds", s -> s.lag());
    gauge(
        registry,
        "slot.retained",
        "Bytes of PostgreSQL's log that the replication slot keeps",
        s -> s.retained() == null ? Double.NaN : s.retained());
    FunctionCounter.builder("portolan.outbox.relayed", board, RelayStatusBoard::relayed)
        .description("Events that Kafka has acknowledged")
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry, String name, String words, ToDoubleFunction<OutboxSample> value) {
    Gauge.builder("portolan.outbox." + name, () -> read(value))
        .description(words)
        .register(registry);
  }

  /** One look at the database for all gauges of a scrape. */
  private synchronized double read(ToDoubleFunction<OutboxSample> value) {
    Instant now = clock.instant();
    if (taken.plus(FRESH).isBefore(now)) {
      taken = now;
      try {
        sample = OutboxSample.take(database, slot);
      } catch (DataAccessException e) {
        sample = null;
      }
    }
    return sample == null ? Double.NaN : value.applyAsDouble(sample);
  }
}
