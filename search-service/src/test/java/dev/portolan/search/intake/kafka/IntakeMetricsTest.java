package dev.portolan.search.intake.kafka;

import static dev.portolan.search.EntityFixtures.NOW;
import static dev.portolan.search.EntityFixtures.changed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.EntityChanged;
import dev.portolan.search.intake.ChangeBatch;
import dev.portolan.search.intake.ChangeBatch.Positioned;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final IntakeMetrics metrics =
      new IntakeMetrics(registry, Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T11:59:58Z, 2",
    "1726-11-24T12:00:00Z, 3600",
    "-1000000000-01-01T00:00:00Z, 3600",
    "+1000000000-12-31T23:59:59Z, 0"
  })
  void aDelayIsBoundedWhateverARecordSaysOfItsCommit(Instant committedAt, double seconds) {
    metrics.applied(1, batch(committedAt));

    assertThat(registry.get("portolan.intake.delay").timer().totalTime(TimeUnit.SECONDS))
        .isEqualTo(seconds);
  }

  @Test
  void theSumOfManyLongDelaysStaysPositive() {
    for (int i = 0; i < 100_000; i++) {
      metrics.applied(1, batch(Instant.EPOCH));
    }

    assertThat(registry.get("portolan.intake.delay").timer().totalTime(TimeUnit.HOURS))
        .isEqualTo(100_000);
  }

  private static ChangeBatch batch(Instant committedAt) {
    EntityChanged any = changed("component:a", 1);
    EntityChanged change =
        new EntityChanged(
            any.ref(),
            any.version(),
            any.change(),
            any.entity(),
            any.changed(),
            any.sources(),
            committedAt,
            committedAt);
    return new ChangeBatch(List.of(new Positioned(0, change)), List.of());
  }
}
