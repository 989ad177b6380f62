package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scorecard that is ready to be evaluated.
 *
 * @param scorecard what it says
 * @param filter which entities it is for
 * @param conditions one for each rule, in the same order; of a rule with a problem one that is
 *     always broken
 * @param problems all that is wrong with it
 * @param reads what its filter and all of its rules look at together
 */
public record CompiledScorecard(
    Scorecard scorecard,
    Condition filter,
    List<Condition> conditions,
    List<Problem> problems,
    Reads reads) {

  /** Refuses conditions that cannot be told to belong to the rules. */
  public CompiledScorecard {
    if (conditions.size() != scorecard.rules().size()) {
      throw new IllegalArgumentException(
          "%s has %d rules and %d conditions"
              .formatted(scorecard.ref(), scorecard.rules().size(), conditions.size()));
    }
  }

  /** One that looks at what its conditions look at. */
  public CompiledScorecard(
      Scorecard scorecard, Condition filter, List<Condition> conditions, List<Problem> problems) {
    this(
        scorecard,
        filter,
        conditions,
        problems,
        Reads.ofAll(
            Stream.concat(Stream.of(filter), conditions.stream()).map(Condition::reads).toList()));
  }

  public EntityRef ref() {
    return scorecard.ref();
  }

  /**
   * Whether it may be for an entity, as far as what that says itself tells: where it does not, the
   * filter will not hold whatever else is found out.
   */
  public boolean mayBeFor(Facts facts, Instant now) {
    return filter.reads().lookBeyond(Reads.ENTITY)
        || filter.on(Situation.alone(facts), Trial.at(now)) instanceof Verdict.Holds;
  }

  /** The same, where what looks at these scorecards is broken: they look at this one. */
  CompiledScorecard breaking(Set<String> circular) {
    List<Problem> all = new ArrayList<>(problems);
    List<Condition> whole = new ArrayList<>(conditions);
    for (int i = 0; i < conditions.size(); i++) {
      if (looksAt(conditions.get(i), circular)) {
        Problem problem =
            new Problem(
                "/spec/rules/" + i + "/expression", scorecard.rules().get(i).id(), words(circular));
        all.add(problem);
        whole.set(i, broken(problem));
      }
    }
    Condition sound = filter;
    if (looksAt(filter, circular)) {
      Problem problem = new Problem("/spec/filter", null, words(circular));
      all.add(problem);
      sound = broken(problem);
    }
    return new CompiledScorecard(scorecard, sound, whole, all);
  }

  private static boolean looksAt(Condition condition, Set<String> circular) {
    return condition.reads().scorecards().stream().anyMatch(circular::contains);
  }

  private static Condition broken(Problem problem) {
    Verdict verdict = new Verdict.Broken(problem.message());
    return (_, _) -> verdict;
  }

  private static String words(Set<String> circular) {
    return "looks in a circle: what is asked of "
        + String.join(", ", circular.stream().sorted().toList())
        + " depends on this scorecard; ask it of the entity instead";
  }
}
