package dev.portolan.scorecard.rule;

import org.jspecify.annotations.Nullable;

/**
 * What a scorecard asks of an entity.
 *
 * @param id names it within its scorecard
 * @param title what a person reads
 * @param description why it matters, free text
 * @param level the level that cannot be reached while it does not hold
 * @param expression the condition in CEL; empty when the descriptor has none, which is a {@link
 *     Problem}
 */
public record Rule(
    String id, String title, @Nullable String description, String level, String expression) {}
