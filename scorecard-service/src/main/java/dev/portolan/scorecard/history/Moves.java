package dev.portolan.scorecard.history;

import java.time.LocalDate;
import java.util.Map;

/**
 * What changed in a day, over all entities: how many more, or fewer, there are of each.
 *
 * @param levels by level; the empty text for none
 */
public record Moves(
    LocalDate day, long entities, long points, long possible, Map<String, Long> levels) {}
