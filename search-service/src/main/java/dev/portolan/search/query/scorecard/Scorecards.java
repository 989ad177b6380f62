package dev.portolan.search.query.scorecard;

import dev.portolan.search.query.language.Standing;
import java.util.Set;

/** How entities stand by scorecards. */
@FunctionalInterface
public interface Scorecards {
  /**
   * The references of all that stand so.
   *
   * @throws dev.portolan.search.query.InvalidSearchException when there is no such scorecard or
   *     level
   * @throws dev.portolan.search.query.ConditionUnresolvedException when nobody says
   */
  Set<String> entities(Standing standing);
}
