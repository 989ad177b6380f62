package dev.portolan.scorecard.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portolan.scorecard.history.ResultMove.Score;
import dev.portolan.scorecard.rollup.Placed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MoversTest {
  private static final List<Placed> NOW =
      List.of(
          new Placed("component:a", null, 1, 4, List.of("group:x")),
          new Placed("component:b", null, 3, 4, List.of("group:x")),
          new Placed("component:c", null, 4, 4, List.of("group:y")),
          new Placed("component:new", null, 4, 4, List.of("group:y")));

  private static final Map<String, Optional<Score>> THEN =
      Map.of(
          "component:a", Optional.of(new Score(null, 4, 4)),
          "component:b", Optional.of(new Score(null, 2, 4)),
          "component:new", Optional.empty());

  @Test
  void whoMovedMostComesFirstForBetterOrWorse() {
    assertThat(Movers.ofEntities(NOW, THEN))
        .containsExactly(new Mover("component:a", 100, 25), new Mover("component:b", 50, 75));
  }

  @Test
  void aTeamMovesWithWhatItOwnsAndNotWithWhatIsNew() {
    assertThat(Movers.of(NOW, THEN, Map.of())).containsExactly(new Mover("group:x", 75, 50));
  }
}
