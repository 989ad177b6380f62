package dev.portolan.scorecard.evaluation;

import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an entity stands by a scorecard.
 *
 * @param level the highest level that it reached; null for none
 * @param rules the outcome of each rule, in the scorecard's order
 */
public record Standing(@Nullable String level, List<RuleOutcome> rules) {}
