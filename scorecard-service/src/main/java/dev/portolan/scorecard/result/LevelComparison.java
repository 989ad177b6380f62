package dev.portolan.scorecard.result;

import dev.portolan.scorecard.rule.Level;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How an entity's level compares with another. Whoever reached none is below all. */
public enum LevelComparison {
  BELOW,
  AT_MOST,
  AT,
  AT_LEAST,
  ABOVE;

  private static final long NONE = Long.MIN_VALUE;

  /**
   * Levels of a scorecard.
   *
   * @param names of the levels
   * @param none whether having reached no level counts too
   */
  public record Levels(List<String> names, boolean none) {}

  /**
   * The levels of a scorecard that compare so.
   *
   * @param levels all of them, the lowest first
   * @param level the name of one, in any case; null for the lowest
   * @return empty when the scorecard has no such level
   */
  public Optional<Levels> of(List<Level> levels, @Nullable String level) {
    return levels.stream()
        .filter(each -> level == null || each.name().equalsIgnoreCase(level))
        .findFirst()
        .map(named -> of(levels, named.rank()));
  }

  private Levels of(List<Level> levels, long rank) {
    return new Levels(
        levels.stream().filter(each -> holds(each.rank(), rank)).map(Level::name).toList(),
        holds(NONE, rank));
  }

  private boolean holds(long rank, long other) {
    return switch (this) {
      case BELOW -> rank < other;
      case AT_MOST -> rank <= other;
      case AT -> rank == other;
      case AT_LEAST -> rank >= other;
      case ABOVE -> rank > other;
    };
  }
}
