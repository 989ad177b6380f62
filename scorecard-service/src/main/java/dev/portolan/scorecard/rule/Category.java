package dev.portolan.scorecard.rule;

/**
 * What some rules of a scorecard have in common; an entity has a level of its own in each.
 *
 * @param name such as {@code security}
 * @param title what a person reads
 */
public record Category(String name, String title) {}
