package dev.portolan.scorecard.intake.kafka;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the intake tells Prometheus. */
final class IntakeMetrics {
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);

  private final Counter records;
  private final Counter batches;
  private final Counter deadLetters;
  private final Timer delay;
  private final Clock clock;

  /**
   * Registers them.
   *
   * @param topic tells the meters of one topic from those of another
   */
  IntakeMetrics(MeterRegistry registry, Clock clock, String topic) {
    this.clock = clock;
    records =
        Counter.builder("portolan.intake.records")
            .description("Records taken from the topic, tombstones and skipped versions included")
            .tag("topic", topic)
            .register(registry);
    batches =
        Counter.builder("portolan.intake.batches")
            .description("Polls that brought records and were applied")
            .tag("topic", topic)
            .register(registry);
    deadLetters =
        Counter.builder("portolan.intake.dead_letters")
            .description("Records set aside because they could not be read or applied")
            .tag("topic", topic)
            .register(registry);
    delay =
        Timer.builder("portolan.intake.delay")
            .description("From the commit of a change on the write side until it is applied here")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(10))
            .maximumExpectedValue(Duration.ofMinutes(10))
            .tag("topic", topic)
            .register(registry);
  }

  /**
   * A batch was applied.
   *
   * @param size records in it
   * @param committed when the changes in it were committed
   */
  void applied(int size, List<Instant> committed) {
    records.increment(size);
    batches.increment();
    Instant now = clock.instant();
    committed.forEach(at -> delay.record(passed(at, now)));
  }

  /**
   * Within what a timer takes, whatever the writer's clock says: it may be ahead of ours, and a
   * time of three hundred years does not fit into a long of nanoseconds. The batch is written when
   * this is called, so what is thrown here would have it applied again for ever.
   */
  static Duration passed(Instant committed, Instant now) {
    Duration passed = Duration.between(committed, now);
    if (passed.isNegative()) {
      return Duration.ZERO;
    }
    return passed.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : passed;
  }

  void setAside(int letters) {
    deadLetters.increment(letters);
  }
}
