package dev.portolan.gateway.scorecard;

import dev.portolan.events.EntityRef;
import java.util.List;

/** How the entities stand together that belong to a group, a system or a domain. */
public record Place(
    EntityRef ref, long entities, long points, long possible, List<LevelCount> levels) {
  public double percentage() {
    return Percentage.of(points, possible);
  }
}
