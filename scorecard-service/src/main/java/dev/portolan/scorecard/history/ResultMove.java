package dev.portolan.scorecard.history;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.result.OutcomeChange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of a result.
 *
 * @param version of the result
 * @param before null where the scorecard was not for the entity
 * @param after null where it is not any more
 * @param rules the rules that came out otherwise; empty where there was nothing before or after
 * @param entityVersion the version of the entity that was evaluated
 * @param causes the first events that brought it, such as {@code group:default/payments@12}
 */
public record ResultMove(
    EntityRef scorecard,
    EntityRef entity,
    long version,
    Instant at,
    @Nullable Score before,
    @Nullable Score after,
    List<OutcomeChange> rules,
    long entityVersion,
    List<String> causes) {

  /** A standing in short. */
  public record Score(@Nullable String level, int points, int possible) {}
}
