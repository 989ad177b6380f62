package dev.portolan.scorecard.fixes;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.rule.Rule;
import dev.portolan.scorecard.rule.Scorecard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts first what gives most points. */
public final class Fixes {
  private static final int MOST_NAMED = 10;
  private static final Comparator<NextFix> MOST =
      Comparator.comparingLong(NextFix::points)
          .reversed()
          .thenComparing(NextFix::scorecard)
          .thenComparing(NextFix::rule);

  private Fixes() {}

  /** A rule of a scorecard. */
  private record Key(EntityRef scorecard, String rule) {}

  /** What these results say is to be mended. */
  public static List<NextFix> of(
      Collection<ScorecardResultChanged> results, Map<EntityRef, Scorecard> scorecards) {
    Map<Key, List<EntityRef>> failing = new LinkedHashMap<>();
    for (ScorecardResultChanged result : results) {
      for (RuleOutcome outcome : result.rules()) {
        if (outcome.status() == Status.FAIL) {
          failing
              .computeIfAbsent(new Key(result.scorecard(), outcome.rule()), _ -> new ArrayList<>())
              .add(result.entity());
        }
      }
    }
    List<NextFix> fixes = new ArrayList<>();
    failing.forEach(
        (key, entities) -> {
          Scorecard scorecard = scorecards.get(key.scorecard());
          if (scorecard != null) {
            scorecard.rules().stream()
                .filter(rule -> rule.id().equals(key.rule()))
                .forEach(rule -> fixes.add(fix(scorecard, rule, entities)));
          }
        });
    return fixes.stream().sorted(MOST).toList();
  }

  private static NextFix fix(Scorecard scorecard, Rule rule, List<EntityRef> entities) {
    return new NextFix(
        scorecard.ref(),
        rule.id(),
        rule.title(),
        rule.fix(),
        (long) rule.weight() * entities.size(),
        entities.size(),
        entities.stream().sorted().limit(MOST_NAMED).toList());
  }
}
