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
  /** A timer counts nanoseconds, and those of 293 years are more than a long can hold. */
  private static final Duration LONGEST_DELAY = Duration.ofDays(365);

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

  /** Never below zero, though the writer's clock may be ahead of ours, nor beyond all measure. */
  private static Duration between(ChangeBatch.Positioned positioned, Instant now) {
    Duration delay = Duration.between(positioned.change().committedAt(), now);
    if (delay.isNegative()) {
      return Duration.ZERO;
    }
    return delay.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : delay;
  }
}
