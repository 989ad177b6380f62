package dev.portolan.scorecard.dryrun;

import dev.portolan.events.EntityRef;
import dev.portolan.events.ScorecardResultChanged.RuleOutcome;
import dev.portolan.events.ScorecardResultChanged.Status;
import dev.portolan.scorecard.evaluation.Evaluation;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Level;
import dev.portolan.scorecard.rule.Situation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds entities against a scorecard, one by one, and counts what comes out. */
public final class DryRun {
  /** Of those that fail a rule so many are named. */
  static final int MOST_NAMED = 100;

  private final CompiledScorecard scorecard;
  private final Instant at;
  private final Map<String, EnumMap<Status, Long>> counts = new LinkedHashMap<>();
  private final Map<String, List<EntityRef>> failing = new LinkedHashMap<>();
  private final Map<String, Long> levels = new TreeMap<>();
  private final List<Moved> falling = new ArrayList<>();
  private long entities;
  private long applies;
  private long rise;
  private long fall;

  /** Nothing was held against it yet. */
  public DryRun(CompiledScorecard scorecard, Instant at) {
    this.scorecard = scorecard;
    this.at = at;
    scorecard
        .scorecard()
        .rules()
        .forEach(
            rule -> {
              counts.put(rule.id(), new EnumMap<>(Status.class));
              failing.put(rule.id(), new ArrayList<>());
            });
  }

  /** An entity that would be on another level than it is. */
  public record Moved(EntityRef entity, @Nullable String before, @Nullable String after) {}

  /**
   * What came out of a rule.
   *
   * @param counts how many entities had which outcome
   * @param failing the first of those that fail it, or of which it cannot be told
   */
  public record OfRule(String rule, Map<Status, Long> counts, List<EntityRef> failing) {}

  /**
   * What came out.
   *
   * @param entities how many were looked at
   * @param complete whether these are all that there are
   * @param applies for how many of them the scorecard is
   * @param levels how many would stand where; the empty text for those on none
   * @param rise how many would stand higher than they do by the scorecard as it is saved
   * @param fall how many would stand lower
   * @param falling the first of these
   */
  public record Outcome(
      long entities,
      boolean complete,
      long applies,
      Map<String, Long> levels,
      List<OfRule> rules,
      long rise,
      long fall,
      List<Moved> falling) {}

  /**
   * Whether more has to be known of an entity than what it says itself. One of which that alone
   * shows that the scorecard is not for it has been looked at with that.
   */
  public boolean wants(Facts facts) {
    boolean wanted = scorecard.mayBeFor(facts, at);
    if (!wanted) {
      entities++;
    }
    return wanted;
  }

  /**
   * Holds an entity against the scorecard.
   *
   * @param now how it stands by the scorecard that is saved; null where that is not for it, or
   *     there is none
   */
  public void add(Situation situation, @Nullable Standing now) {
    entities++;
    Standing then = Evaluation.of(scorecard, situation, at).standing();
    if (then == null) {
      return;
    }
    applies++;
    levels.merge(then.level() == null ? "" : then.level(), 1L, Long::sum);
    for (RuleOutcome outcome : then.rules()) {
      count(situation.ref(), outcome);
    }
    if (now != null) {
      compare(situation.ref(), now.level(), then.level());
    }
  }

  private void count(EntityRef entity, RuleOutcome outcome) {
    EnumMap<Status, Long> ofRule = counts.get(outcome.rule());
    List<EntityRef> named = failing.get(outcome.rule());
    if (ofRule == null || named == null) {
      return;
    }
    ofRule.merge(outcome.status(), 1L, Long::sum);
    boolean fails = outcome.status() == Status.FAIL || outcome.status() == Status.ERROR;
    if (fails && named.size() < MOST_NAMED) {
      named.add(entity);
    }
  }

  private void compare(EntityRef entity, @Nullable String before, @Nullable String after) {
    int difference = rank(after) - rank(before);
    if (difference > 0) {
      rise++;
    } else if (difference < 0) {
      fall++;
      if (falling.size() < MOST_NAMED) {
        falling.add(new Moved(entity, before, after));
      }
    }
  }

  /** Levels that the scorecard as it would be does not know count as none. */
  private int rank(@Nullable String level) {
    return scorecard.scorecard().levels().stream()
        .filter(each -> each.name().equals(level))
        .mapToInt(Level::rank)
        .findFirst()
        .orElse(0);
  }

  /**
   * What came out so far.
   *
   * @param complete whether these were all
   */
  public Outcome outcome(boolean complete) {
    return new Outcome(
        entities,
        complete,
        applies,
        Map.copyOf(levels),
        counts.entrySet().stream()
            .map(
                each ->
                    new OfRule(
                        each.getKey(),
                        Map.copyOf(each.getValue()),
                        List.copyOf(failing.getOrDefault(each.getKey(), List.of()))))
            .toList(),
        rise,
        fall,
        List.copyOf(falling));
  }
}
