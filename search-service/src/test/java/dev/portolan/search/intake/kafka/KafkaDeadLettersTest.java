package dev.portolan.search.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaDeadLettersTest {

  @Test
  void aLongReasonIsCutBetweenCharacters() {
    String reason = "x".repeat(KafkaDeadLetters.LONGEST_REASON - 1);

    assertThat(KafkaDeadLetters.shortened(reason + "y")).isEqualTo(reason + "y");
    assertThat(KafkaDeadLetters.shortened(reason + "yz")).isEqualTo(reason + "y …");
    assertThat(KafkaDeadLetters.shortened(reason + "🚀")).isEqualTo(reason + " …");
  }
}
