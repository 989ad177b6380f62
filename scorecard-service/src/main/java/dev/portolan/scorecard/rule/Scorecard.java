package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standard: which entities it is for, what it asks of them, and the levels that they can reach.
 *
 * @param ref the entity of kind Scorecard that defines it
 * @param version the version of that entity
 * @param title what a person reads
 * @param description free text
 * @param filter which entities it is for, in CEL; null for all
 * @param levels in the order of their ranks, lowest first
 * @param rules in the descriptor's order
 * @param problems what is wrong with the descriptor, but for what CEL alone can tell
 */
public record Scorecard(
    EntityRef ref,
    long version,
    String title,
    @Nullable String description,
    @Nullable String filter,
    List<Level> levels,
    List<Rule> rules,
    List<Problem> problems) {

  /** The kind of the entities that define scorecards, as references write it. */
  public static final String KIND = "scorecard";
}
