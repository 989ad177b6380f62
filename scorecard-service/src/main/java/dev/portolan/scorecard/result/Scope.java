package dev.portolan.scorecard.result;

import dev.portolan.events.EntityRef;
import dev.portolan.scorecard.evaluation.Judged;
import dev.portolan.scorecard.evaluation.Judgement;
import dev.portolan.scorecard.evaluation.Standing;
import dev.portolan.scorecard.evaluation.Touch;
import dev.portolan.scorecard.rule.CompiledScorecard;
import dev.portolan.scorecard.rule.Facts;
import dev.portolan.scorecard.rule.Reads;
import dev.portolan.scorecard.rule.Scorecard;
import dev.portolan.scorecard.rule.Situation;
import dev.portolan.scorecard.rule.Standards;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * By which scorecards entities are to be judged.
 *
 * @param scorecards each after those whose results it looks at
 * @param consulted by their keys, those whose results somebody looks at, whether they are told now
 *     or not
 * @param gone tells the scorecards whose results are to be withdrawn
 */
public record Scope(
    List<CompiledScorecard> scorecards,
    Map<String, CompiledScorecard> consulted,
    Predicate<EntityRef> gone) {

  /** By all: a result of one that is not among them is withdrawn. */
  public static Scope whole(Standards standards) {
    Set<EntityRef> all =
        standards.inOrder().stream().map(CompiledScorecard::ref).collect(Collectors.toSet());
    return new Scope(standards.inOrder(), consulted(standards), ref -> !all.contains(ref));
  }

  /** By these alone, and those that look at their results; the results of the others stay. */
  public static Scope of(Standards standards, Collection<EntityRef> changed) {
    Set<EntityRef> told = standards.withReaders(changed);
    List<CompiledScorecard> scorecards =
        standards.inOrder().stream().filter(each -> told.contains(each.ref())).toList();
    Set<EntityRef> gone = new HashSet<>(changed);
    scorecards.forEach(each -> gone.remove(each.ref()));
    return new Scope(scorecards, consulted(standards), gone::contains);
  }

  private static Map<String, CompiledScorecard> consulted(Standards standards) {
    Set<String> keys = standards.consulted();
    Map<String, CompiledScorecard> consulted = new HashMap<>();
    standards.inOrder().stream()
        .filter(each -> each.ref().kind().equals(Scorecard.KIND))
        .filter(each -> keys.contains(each.scorecard().key()))
        .forEach(each -> consulted.put(each.scorecard().key(), each));
    return consulted;
  }

  /**
   * Whether any of them may be for an entity, as far as what that says itself tells; where none is,
   * nothing more needs to be known of it.
   */
  public boolean mayJudge(Facts facts, Instant now) {
    return scorecards.stream().anyMatch(each -> each.mayBeFor(facts, now));
  }

  boolean isGone(EntityRef scorecard) {
    return gone.test(scorecard);
  }

  /**
   * How an entity stands, by one scorecard after the other, each of which sees what came out by
   * those before.
   */
  public Map<EntityRef, Judged> judge(
      Situation situation, Revision.Before before, Touch touch, Judgement judgement, Instant at) {
    Map<String, Object> standings = new HashMap<>();
    consulted.forEach(
        (key, scorecard) -> note(scorecard, before.judged(scorecard.ref()).standing(), standings));
    Situation seen = consulted.isEmpty() ? situation : situation.standing(standings);
    Set<String> touched = new HashSet<>(touch.paths());
    Map<EntityRef, Judged> now = new LinkedHashMap<>();
    for (CompiledScorecard scorecard : scorecards) {
      Judged then = before.judged(scorecard.ref());
      Judged judged = judgement.of(scorecard, seen, then, touched, at);
      now.put(scorecard.ref(), judged);
      String key = scorecard.scorecard().key();
      boolean isConsulted =
          consulted.containsKey(key) && scorecard.ref().kind().equals(Scorecard.KIND);
      if (isConsulted && !Objects.equals(then.standing(), judged.standing())) {
        touched.add(Reads.below(Reads.SCORECARDS, key));
        note(scorecard, judged.standing(), standings);
      }
    }
    return now;
  }

  /** How an entity stands, in the shape that rules of scorecards see. */
  public static Map<String, Object> seen(Standards standards, Map<EntityRef, Standing> standings) {
    Map<String, Object> seen = new HashMap<>();
    standards.inOrder().stream()
        .filter(each -> each.ref().kind().equals(Scorecard.KIND))
        .forEach(each -> note(each, standings.get(each.ref()), seen));
    return seen;
  }

  private static void note(
      CompiledScorecard scorecard, @Nullable Standing standing, Map<String, Object> standings) {
    String key = scorecard.scorecard().key();
    if (standing == null) {
      standings.remove(key);
    } else {
      standings.put(key, standing.facts(scorecard.scorecard()));
    }
  }
}
