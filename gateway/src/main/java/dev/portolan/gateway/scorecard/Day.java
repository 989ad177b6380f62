package dev.portolan.gateway.scorecard;

import java.time.LocalDate;
import java.util.List;

/** How all entities stood together at the end of a day, in UTC. */
public record Day(
    LocalDate day, long entities, long points, long possible, List<LevelCount> levels) {
  public double percentage() {
    return Percentage.of(points, possible);
  }
}
