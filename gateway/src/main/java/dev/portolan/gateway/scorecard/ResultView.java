package dev.portolan.gateway.scorecard;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an entity does on a scorecard, or on an initiative.
 *
 * @param points what the rules give that hold
 * @param possible what all would give that are asked of it
 * @param categories how it does by the rules of each category alone
 */
public record ResultView(
    EntityRef scorecard,
    EntityRef entity,
    long version,
    @Nullable String level,
    int points,
    int possible,
    List<Outcome> rules,
    List<InCategory> categories,
    long entityVersion,
    Instant evaluatedAt) {
  /** Takes absent categories for none. */
  public ResultView {
    categories = categories == null ? List.of() : categories;
  }

  public double percentage() {
    return Percentage.of(points, possible);
  }

  /** What became of a rule. */
  public record Outcome(String rule, Status status, @Nullable String message) {}

  /** How an entity does in a category. */
  public record InCategory(String category, @Nullable String level, int points, int possible) {}

  /** What becomes of rules. */
  public enum Status {
    PASS,
    FAIL,
    EXEMPT,
    NOT_APPLICABLE,
    ERROR
  }
}
