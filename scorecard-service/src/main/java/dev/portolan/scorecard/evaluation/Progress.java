package dev.portolan.scorecard.evaluation;

import dev.portolan.events.EntityRef;

/**
 * How far the evaluation of all entities by a scorecard is, since the scorecard changed.
 *
 * @param scorecard which one
 * @param running whether it goes on; until it ends, results may be those of the version before
 * @param evaluated entities that have been held against it
 * @param total entities that there are
 */
public record Progress(EntityRef scorecard, boolean running, long evaluated, long total) {}
