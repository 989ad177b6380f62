package dev.portolan.catalog.intake;

/**
 * The part of a partition that a batch covers.
 *
 * @param partition its name, {@code topic-3}
 * @param from the offset from which was read: all below it was applied before
 * @param next the offset at which the next batch begins
 */
public record Stretch(String partition, long from, long next) {}
