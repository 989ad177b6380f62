package dev.portolan.gateway.scorecard;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.scorecard.ScorecardView.Fix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that some entities do not keep.
 *
 * @param points what they would gain together
 * @param entities how many they are
 * @param first some of them
 */
public record NextFix(
    EntityRef scorecard,
    String rule,
    String title,
    @Nullable Fix fix,
    long points,
    long entities,
    List<EntityRef> first) {}
