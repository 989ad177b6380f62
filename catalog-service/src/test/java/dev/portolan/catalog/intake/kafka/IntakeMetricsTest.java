package dev.portolan.catalog.intake.kafka;

import static dev.portolan.catalog.EntityFixtures.changed;
import static dev.portolan.catalog.EntityFixtures.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.catalog.EntityFixtures;
import dev.portolan.catalog.intake.ChangeBatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeMetricsTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T11:59:50Z,            10",
    "2026-11-24T12:00:10Z,             0",
    "+1000000000-12-31T23:59:59Z,      0",
    "-1000000000-01-01T00:00:00Z, 31536000",
  })
  void aDelayIsNeverNegativeNorBeyondAllMeasure(String committedAt, double seconds) {
    String value =
        new String(json(changed("component:a", 1)), UTF_8)
            .replace("\"committedAt\":\"" + EntityFixtures.NOW, "\"committedAt\":\"" + committedAt);
    ChangeBatch batch = ChangeBatch.read(List.of(value.getBytes(UTF_8)));
    assertThat(batch.changes()).hasSize(1);

    new IntakeMetrics(registry, Clock.fixed(EntityFixtures.NOW, ZoneOffset.UTC)).applied(1, batch);

    assertThat(registry.find("portolan.intake.delay").timer())
        .isNotNull()
        .satisfies(timer -> assertThat(timer.max(TimeUnit.SECONDS)).isEqualTo(seconds));
  }
}
