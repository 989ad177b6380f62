package dev.portolan.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.ingestion.source.Timetable.Run;
import dev.portolan.ingestion.source.Timetable.Run.State;
import dev.portolan.ingestion.source.Timetable.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final Instant MADE = Instant.parse("2026-11-27T08:00:00Z");
  private static final Instant LATER = MADE.plus(Duration.ofHours(3));
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aSourceThatWasNeverReadIsReadAtOnce() {
    assertThat(timetable(HOUR, null, null).next()).isEqualTo(MADE);
  }

  @Test
  void theNextRunIsOneIntervalAndUpToATenthOfItAfterTheLast() {
    Instant next = timetable(HOUR, new Run(State.ENDED, LATER), null).next();

    assertThat(next).isBetween(LATER.plus(HOUR), LATER.plus(Duration.ofMinutes(66)));
    assertThat(timetable(HOUR, new Run(State.FAILED, LATER), null).next()).isEqualTo(next);
  }

  @Test
  void ofAHundredSourcesWithOneScheduleNoTwoStartInTheSameSecond() {
    Set<Instant> starts =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new Timetable(
                        "team-" + i, MADE, Duration.ofDays(1), new Run(State.ENDED, MADE), null))
            .map(Timetable::next)
            .map(at -> Instant.ofEpochSecond(at.getEpochSecond()))
            .collect(Collectors.toSet());

    assertThat(starts).hasSizeGreaterThan(97);
    assertThat(spread(starts)).isGreaterThan(Duration.ofHours(2));
  }

  @Test
  void nothingIsDueWhileItIsReadNorWhereNobodyAsks() {
    assertThat(timetable(HOUR, new Run(State.RUNNING, LATER), null).next()).isNull();
    assertThat(timetable(null, new Run(State.ENDED, LATER), null).next()).isNull();
    assertThat(timetable(null, null, null).isDue(LATER)).isFalse();
  }

  @Test
  void aWishIsDueAtOnceUnlessARunBeganAfterIt() {
    Run ended = new Run(State.ENDED, LATER);

    assertThat(timetable(HOUR, ended, new Wish(LATER, false)).next()).isEqualTo(LATER);
    assertThat(timetable(null, ended, new Wish(LATER, true)).next()).isNull();
    assertThat(timetable(HOUR, ended, new Wish(LATER, true)).next()).isAfter(LATER.plus(HOUR));
  }

  @Test
  void aWishThatCameDuringARunWaitsForItsEnd() {
    Wish wish = new Wish(LATER, false);

    assertThat(timetable(null, new Run(State.RUNNING, MADE), wish).next()).isNull();
    assertThat(timetable(null, new Run(State.ENDED, LATER.plusSeconds(9)), wish).isDue(LATER))
        .isTrue();
  }

  @Test
  void aRunThatFailedIsTriedAgainForAnHourAfterTheWish() {
    Wish wish = new Wish(LATER, true);
    Instant failed = LATER.plus(Duration.ofMinutes(30));

    assertThat(timetable(null, new Run(State.FAILED, failed), wish).next())
        .isEqualTo(failed.plus(Timetable.PAUSE));
    assertThat(timetable(null, new Run(State.FAILED, LATER.plus(HOUR)), wish).next()).isNull();
  }

  private static Duration spread(Set<Instant> instants) {
    return Duration.between(
        instants.stream().min(Instant::compareTo).orElseThrow(),
        instants.stream().max(Instant::compareTo).orElseThrow());
  }

  private static Timetable timetable(
      @Nullable Duration schedule, @Nullable Run last, @Nullable Wish wish) {
    return new Timetable("acme", MADE, schedule, last, wish);
  }
}
