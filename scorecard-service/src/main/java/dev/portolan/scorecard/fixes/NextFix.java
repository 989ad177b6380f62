package dev.portolan.scorecard.fixes;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.rule.Fix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that some entities do not keep.
 *
 * @param points what they would gain together if they did
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
