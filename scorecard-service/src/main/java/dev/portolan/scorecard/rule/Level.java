package dev.portolan.scorecard.rule;

/**
 * A step of a scorecard.
 *
 * @param name such as {@code gold}
 * @param rank a higher one is better
 */
public record Level(String name, int rank) {}
