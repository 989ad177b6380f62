package dev.portolan.catalog.intake.kafka;

import dev.portolan.catalog.intake.ChangeBatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the intake tells Prometheus. */
final class IntakeMetrics {
  private final Counter records;
  private final Counter batches;
  private final Counter deadLetters;
  private final Timer delay;
  private final Clock clock;

  IntakeMetrics(MeterRegistry registry, Clock clock) {
    this.clock = clock;
    records =
        Counter.builder("portolan.intake.records")
            .description("Records taken from the topic, tombstones and skipped versions included")
            .register(registry);
    batches =
        Counter.builder("portolan.intake.batches")
            .description("Polls that brought records and were applied")
            .register(registry);
    deadLetters =
        Counter.builder("portolan.intake.dead_letters")
            .description("Records set aside because they could not be read or applied")
            .register(registry);
    delay =
        Timer.builder("portolan.intake.delay")
            .description("From the commit of a change on the write side until it is applied here")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(10))
            .maximumExpectedValue(Duration.ofMinutes(10))
            .register(registry);
  }

  void applied(int size, ChangeBatch batch) {
    records.increment(size);
    batches.increment();
    Instant now = clock.instant();
    batch.changes().forEach(positioned -> delay.record(between(positioned, now)));
  }

  void setAside(int letters) {
    deadLetters.increment(letters);
  }

  /** Never below zero, though the writer's clock may be ahead of ours. */
  private static Duration between(ChangeBatch.Positioned positioned, Instant now) {
    Instant committedAt = positioned.change().committedAt();
    return committedAt.isAfter(now) ? Duration.ZERO : Duration.between(committedAt, now);
  }
}
