package dev.portolan.ingestion.observation;

import static dev.portolan.ingestion.observation.Said.MONDAY;
import static dev.portolan.ingestion.observation.Said.RELATIONS;
import static dev.portolan.ingestion.observation.Said.by;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.events.Entity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StalenessTest {
  private static final Instant TUESDAY = MONDAY.plus(Duration.ofDays(1)).plusMillis(7);

  @Test
  void anEntityIsStaleSinceTheLastOfItsSourcesIs() {
    Observation ci = stale(by("ci", 100).title("t"), MONDAY);
    Observation cd = stale(by("cd", 200), TUESDAY);

    assertThat(merged(ci).annotations()).isEqualTo(Map.of(Staleness.ANNOTATION, MONDAY.toString()));
    assertThat(merged(ci, cd).annotations())
        .isEqualTo(Map.of(Staleness.ANNOTATION, TUESDAY.minusMillis(7).toString()));
    assertThat(merged(ci, cd).title()).isEqualTo("t");
  }

  @Test
  void oneSourceThatIsSureIsEnough() {
    Observation stale = stale(by("ci", 200).title("t"), MONDAY);

    assertThat(merged(stale, by("git", 100).observation()).annotations()).isEmpty();
    assertThat(merged(stale, by("git", 100).observation()).title()).isEqualTo("t");
  }

  @Test
  void noSourceIsBelievedWhenItSaysSoItself() {
    Said copied = by("copy", 100).annotation(Staleness.ANNOTATION, "2001-01-01T00:00:00Z");

    assertThat(merged(copied.observation()).annotations()).isEmpty();
    assertThat(merged(stale(copied, MONDAY)).annotations())
        .isEqualTo(Map.of(Staleness.ANNOTATION, MONDAY.toString()));
  }

  private static Observation stale(Said said, @Nullable Instant since) {
    Observation sure = said.observation();
    return new Observation(sure.source(), sure.priority(), sure.entity(), sure.observedAt(), since);
  }

  private static Entity merged(Observation... said) {
    return Merge.of(List.of(said), RELATIONS);
  }
}
