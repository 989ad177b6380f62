package dev.portolan.catalog.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaDeadLettersTest {
  @Test
  void aReasonThatQuotesAWholeRecordIsCut() {
    assertThat(KafkaDeadLetters.cut("is not JSON")).isEqualTo("is not JSON");
    assertThat(KafkaDeadLetters.cut("x".repeat(1_000_000)))
        .hasSize(KafkaDeadLetters.LONGEST_REASON + 2)
        .endsWith(" …");
  }
}
