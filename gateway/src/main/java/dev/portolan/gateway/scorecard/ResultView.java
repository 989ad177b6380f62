package dev.portolan.gateway.scorecard;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How an entity does on a scorecard. */
public record ResultView(
    EntityRef scorecard,
    EntityRef entity,
    long version,
    @Nullable String level,
    List<Outcome> rules,
    long entityVersion,
    Instant evaluatedAt) {

  /** What became of a rule. */
  public record Outcome(String rule, Status status, @Nullable String message) {}

  /** What becomes of rules. */
  public enum Status {
    PASS,
    FAIL,
    ERROR
  }
}
