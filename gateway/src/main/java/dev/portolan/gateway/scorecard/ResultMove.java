package dev.portolan.gateway.scorecard;

import dev.portolan.gateway.scorecard.ResultView.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a result.
 *
 * @param version of the result since
 * @param before null where the scorecard was not for the entity
 * @param after null where it is not any more
 * @param rules those that came out otherwise
 * @param causes the first events that brought it, such as {@code group:default/payments@12}
 */
public record ResultMove(
    long version,
    Instant at,
    @Nullable Score before,
    @Nullable Score after,
    List<OutcomeChange> rules,
    long entityVersion,
    List<String> causes) {
  /** Takes absent lists for empty ones. */
  public ResultMove {
    rules = rules == null ? List.of() : rules;
    causes = causes == null ? List.of() : causes;
  }

  /** How the entity stood, in short. */
  public record Score(@Nullable String level, int points, int possible) {
    public double percentage() {
      return Percentage.of(points, possible);
    }
  }

  /** The outcome of a rule before and after; null where the rule was not, or is not, asked. */
  public record OutcomeChange(
      String rule, @Nullable Status before, @Nullable Status after, @Nullable String message) {}
}
