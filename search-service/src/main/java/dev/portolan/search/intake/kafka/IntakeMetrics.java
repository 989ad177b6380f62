package dev.portolan.search.intake.kafka;

import dev.portolan.search.intake.ChangeBatch;
import dev.portolan.search.intake.ChangeBatch.Positioned;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What the intake tells Prometheus. */
final class IntakeMetrics {
  /**
   * The longest delay that is told from longer ones. Replayed records are of any age; the sum of
   * their delays in nanoseconds, and one of 300 years alone, would not fit into a long.
   */
  static final Duration LONGEST = Duration.ofHours(1);

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
    for (Positioned change : batch.changes()) {
      delay.record(bounded(Duration.between(change.change().committedAt(), now)));
    }
  }

  /** The writer's clock may be ahead of ours. */
  private static Duration bounded(Duration passed) {
    if (passed.isNegative()) {
      return Duration.ZERO;
    }
    return passed.compareTo(LONGEST) > 0 ? LONGEST : passed;
  }

  void setAside(int letters) {
    deadLetters.increment(letters);
  }
}
