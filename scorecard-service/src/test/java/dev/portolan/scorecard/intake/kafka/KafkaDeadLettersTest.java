package dev.portolan.scorecard.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KafkaDeadLettersTest {
  private static final int LONGEST = KafkaDeadLetters.LONGEST_REASON;

  @Test
  void keepsAReasonThatFits() {
    assertThat(KafkaDeadLetters.cut("x".repeat(LONGEST))).isEqualTo("x".repeat(LONGEST));
  }

  @Test
  void cutsALongerReasonAndNeverWithinACharacter() {
    assertThat(KafkaDeadLetters.cut("x".repeat(LONGEST + 1))).isEqualTo("x".repeat(LONGEST) + "…");
    assertThat(KafkaDeadLetters.cut("x".repeat(LONGEST - 1) + "😀"))
        .isEqualTo("x".repeat(LONGEST - 1) + "…");
  }
}
