package dev.portolan.catalog.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryLogTest {
  @Test
  void itIsSaidAtOnceAndThenAboutOnceAMinute() {
    assertThat(IntStream.rangeClosed(1, 30).filter(RetryLog::isWorthALine))
        .containsExactly(1, 12, 24);
  }
}
