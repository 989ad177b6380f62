package dev.portolan.scorecard.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a scorecard asks of an entity.
 *
 * @param id names it within its scorecard
 * @param title what a person reads
 * @param description why it matters, free text
 * @param fix how to make it hold
 * @param level the level that cannot be reached while it does not hold; null when it only counts
 *     points
 * @param category the category that it counts in; null for none
 * @param weight the points that it gives, from 0 to {@value #MOST_POINTS}
 * @param when to which of the scorecard's entities it applies, in CEL; null for all
 * @param proof how it is told whether it holds
 */
public record Rule(
    String id,
    String title,
    @Nullable String description,
    @Nullable Fix fix,
    @Nullable String level,
    @Nullable String category,
    int weight,
    @Nullable String when,
    Proof proof) {
  /** The most points that a rule gives. */
  public static final int MOST_POINTS = 1_000;
}
