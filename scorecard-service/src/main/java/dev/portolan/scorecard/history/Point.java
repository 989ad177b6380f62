package dev.portolan.scorecard.history;

import java.time.LocalDate;
import java.util.Map;

/**
 * How all stood at the end of a day, in UTC.
 *
 * @param entities how many were held against the scorecard
 * @param points what they had together
 * @param possible what they could have had
 * @param levels how many stood on each level; the empty text for those on none
 */
public record Point(
    LocalDate day, long entities, long points, long possible, Map<String, Long> levels) {}
