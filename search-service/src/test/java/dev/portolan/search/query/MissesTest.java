package dev.portolan.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.search.query.Misses.Miss;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MissesTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

  private final Misses misses = new Misses();

  @Test
  void whatIsMissedMostOftenComesFirstHoweverItIsWritten() {
    misses.add("fax machine", NOON);
    misses.add("Pager ", NOON.plusSeconds(1));
    misses.add("pager", NOON.plusSeconds(2));
    misses.add("telex", NOON.plusSeconds(3));

    assertThat(misses.most(2))
        .containsExactly(
            new Miss("pager", 2, NOON.plusSeconds(2)), new Miss("telex", 1, NOON.plusSeconds(3)));
  }

  @Test
  void whoTypesManyTextsFillsNoMemory() {
    for (int i = 0; i < Misses.MOST * 3; i++) {
      misses.add("text " + i, NOON);
      misses.add("pager", NOON);
    }

    assertThat(misses.most(Integer.MAX_VALUE)).hasSize(Misses.MOST);
    assertThat(misses.most(1)).containsExactly(new Miss("pager", Misses.MOST * 3, NOON));
  }
}
