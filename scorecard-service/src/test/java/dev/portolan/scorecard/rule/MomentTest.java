package dev.portolan.scorecard.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MomentTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void daysAreWholeAndChangeADayAfterTheDate() {
    Moment moment = new Moment(NOW);

    assertThat(moment.daysSince(Instant.parse("2026-11-25T13:00:00Z"))).isEqualTo(1);
    assertThat(moment.until()).isEqualTo(Instant.parse("2026-11-27T13:00:00Z"));
    assertThat(new Moment(NOW).daysUntil(Instant.parse("2026-11-28T13:00:00Z"))).isEqualTo(2);
    assertThat(new Moment(NOW).daysUntil(NOW)).isZero();
  }

  @Test
  void withinIsOverWhenTheDaysAre() {
    Moment moment = new Moment(NOW);

    assertThat(moment.within(NOW.minus(Duration.ofDays(29)), Duration.ofDays(30))).isTrue();
    assertThat(moment.until()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThat(new Moment(NOW).within(NOW.minus(Duration.ofDays(30)), Duration.ofDays(30)))
        .isFalse();
    assertThat(new Moment(NOW).within(NOW.plus(HOUR), Duration.ofDays(30))).isFalse();
  }

  @Test
  void whatIsOverStaysOver() {
    Moment moment = new Moment(NOW);

    assertThat(moment.isBefore(NOW)).isFalse();
    assertThat(moment.within(NOW.minus(Duration.ofDays(9)), Duration.ofDays(1))).isFalse();
    assertThat(moment.until()).isEqualTo(Instant.MAX);
  }

  /**
   * Asked at every hour until then the answer is the same, and the moment that is told is right.
   */
  @Test
  void untilThenEveryAnswerIsTheSameAndThenAnotherOrItIsForEver() {
    for (long seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      Instant date = NOW.plus(HOUR.multipliedBy(random.nextInt(400) - 200));
      Duration span = Duration.ofDays(1 + random.nextInt(6));
      Function<Moment, Object> question =
          switch (random.nextInt(3)) {
            case 0 -> moment -> moment.daysSince(date);
            case 1 -> moment -> moment.within(date, span);
            default -> moment -> moment.isBefore(date);
          };
      Moment now = new Moment(NOW);
      Object answer = question.apply(now);

      for (int hour = 1; hour < 300; hour++) {
        Instant later = NOW.plus(HOUR.multipliedBy(hour));
        if (later.isBefore(now.until())) {
          assertThat(question.apply(new Moment(later))).as("seed %d", seed).isEqualTo(answer);
        }
      }
      if (now.until().isBefore(NOW.plus(Duration.ofDays(12)))) {
        assertThat(question.apply(new Moment(now.until())))
            .as("seed %d", seed)
            .isNotEqualTo(answer);
      }
    }
  }
}
