package dev.portolan.scorecard.intake.kafka;

import static dev.portolan.scorecard.EntityFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T11:59:58Z, 2000",
    "1700-01-01T00:00:00Z, 86400000",
    "-1000000000-01-01T00:00:00Z, 86400000",
    "+999999999-01-01T00:00:00Z, 0",
  })
  void takesWhateverTheWritersClockSays(Instant committedAt, double delay) {
    new IntakeMetrics(registry, Clock.fixed(NOW, ZoneOffset.UTC), "entities")
        .applied(1, List.of(committedAt));

    assertThat(registry.get("portolan.intake.delay").timer().totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(delay);
  }
}
