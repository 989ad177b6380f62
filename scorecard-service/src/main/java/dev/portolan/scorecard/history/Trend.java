package dev.portolan.scorecard.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How all stood, day by day. It is counted back from how they stand now, so that it is right
 * however much of the history is still kept.
 */
public final class Trend {
  private Trend() {}

  /**
   * The last days, the oldest first.
   *
   * @param now how all stand, with today's date
   * @param moves what changed, by day in any order
   */
  public static List<Point> back(Point now, List<Moves> moves, int days) {
    Map<LocalDate, Moves> byDay =
        moves.stream().collect(Collectors.toMap(Moves::day, Function.identity()));
    List<Point> trend = new ArrayList<>();
    Point point = now;
    for (int i = 0; i < days; i++) {
      trend.add(point);
      point = before(point, byDay.get(point.day()));
    }
    return trend.reversed();
  }

  private static Point before(Point after, @Nullable Moves moves) {
    LocalDate day = after.day().minusDays(1);
    if (moves == null) {
      return new Point(day, after.entities(), after.points(), after.possible(), after.levels());
    }
    Map<String, Long> levels = new HashMap<>(after.levels());
    moves.levels().forEach((level, more) -> levels.merge(level, -more, Long::sum));
    levels.values().removeIf(count -> count == 0);
    return new Point(
        day,
        after.entities() - moves.entities(),
        after.points() - moves.points(),
        after.possible() - moves.possible(),
        new TreeMap<>(levels));
  }
}
