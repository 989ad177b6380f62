package dev.portolan.search.query.scorecard;

import dev.portolan.search.query.SearchRequest;
import dev.portolan.search.query.language.Condition.Among;
import dev.portolan.search.query.language.Condition.Stands;
import dev.portolan.search.query.language.Standing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts in place of a condition on scorecards the entities for which it holds. */
public final class Standings {
  private final Scorecards scorecards;

  public Standings(Scorecards scorecards) {
    this.scorecards = scorecards;
  }

  /**
   * The same search without such conditions.
   *
   * @throws dev.portolan.search.query.InvalidSearchException when one names what does not exist
   * @throws dev.portolan.search.query.ConditionUnresolvedException when nobody says how they stand
   */
  public SearchRequest resolve(SearchRequest search) {
    return search.replacing(
        condition ->
            condition instanceof Stands(List<Standing> standings) ? among(standings) : condition);
  }

  private Among among(List<Standing> standings) {
    Set<String> all = new HashSet<>();
    standings.forEach(standing -> all.addAll(scorecards.entities(standing)));
    return new Among(all);
  }
}
