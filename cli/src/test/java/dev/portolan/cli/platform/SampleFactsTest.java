package dev.portolan.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SampleFactsTest {

  @Test
  void aDateIsAsLongAgoAsTheFileSays() {
    assertThat(
            SampleFacts.asOf(
                "{\"at\":\"now-2d\",\"resolvedAt\":\"now-3h\",\"id\":\"now-what\"}",
                Instant.parse("2026-11-27T09:00:00.5Z")))
        .isEqualTo(
            "{\"at\":\"2026-11-25T09:00:00Z\",\"resolvedAt\":\"2026-11-27T06:00:00Z\",\"id\":\"now-what\"}");
  }
}
