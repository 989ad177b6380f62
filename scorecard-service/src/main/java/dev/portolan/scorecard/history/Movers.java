package dev.portolan.scorecard.history;

import dev.portolan.scorecard.history.ResultMove.Score;
import dev.portolan.scorecard.rollup.Placed;
import dev.portolan.scorecard.rollup.RollUp;
import dev.portolan.scorecard.rollup.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whose score moved most, up or down; who is judged since then or no more did not move. */
public final class Movers {
  private static final Comparator<Mover> MOST =
      Comparator.comparingDouble((Mover mover) -> Math.abs(mover.change()))
          .reversed()
          .thenComparing(Mover::ref);

  private Movers() {}

  /**
   * Each entity for itself.
   *
   * @param now how they stand
   * @param then how those stood that moved
   */
  public static List<Mover> ofEntities(List<Placed> now, Map<String, Optional<Score>> then) {
    return sorted(
        now.stream()
            .flatMap(
                each ->
                    before(each, then)
                        .map(
                            before ->
                                new Mover(
                                    each.entity(),
                                    percentage(before.points(), before.possible()),
                                    percentage(each.points(), each.possible())))
                        .stream()));
  }

  /** Those to whom entities belong, as they belong to them now. */
  public static List<Mover> of(
      List<Placed> now, Map<String, Optional<Score>> then, Map<String, List<String>> parents) {
    List<Placed> before = new ArrayList<>();
    List<Placed> both = new ArrayList<>();
    for (Placed each : now) {
      before(each, then)
          .ifPresent(
              old -> {
                before.add(old);
                both.add(each);
              });
    }
    Map<String, Tally> start = RollUp.of(before, parents);
    Map<String, Tally> end = RollUp.of(both, parents);
    return sorted(
        end.entrySet().stream()
            .map(
                each ->
                    new Mover(
                        each.getKey(),
                        start.getOrDefault(each.getKey(), Tally.EMPTY).percentage(),
                        each.getValue().percentage())));
  }

  /** How it stood; empty for one that was not judged. */
  private static Optional<Placed> before(Placed now, Map<String, Optional<Score>> then) {
    if (!then.containsKey(now.entity())) {
      return Optional.of(now);
    }
    return then.getOrDefault(now.entity(), Optional.empty())
        .map(
            old ->
                new Placed(now.entity(), old.level(), old.points(), old.possible(), now.places()));
  }

  private static List<Mover> sorted(Stream<Mover> movers) {
    return movers.filter(mover -> mover.change() != 0).sorted(MOST).toList();
  }

  private static double percentage(int points, int possible) {
    return possible == 0 ? 100 : 100.0 * points / possible;
  }
}
