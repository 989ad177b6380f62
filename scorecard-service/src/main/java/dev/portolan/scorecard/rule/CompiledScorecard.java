package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import java.util.List;
import java.util.stream.Stream;

/**
 * A scorecard that is ready to be evaluated.
 *
 * @param scorecard what it says
 * @param filter which entities it is for
 * @param conditions one for each rule, in the same order; of a rule with a problem one that is
 *     always broken
 * @param problems all that is wrong with it
 */
public record CompiledScorecard(
    Scorecard scorecard, Condition filter, List<Condition> conditions, List<Problem> problems) {

  /** Refuses conditions that cannot be told to belong to the rules. */
  public CompiledScorecard {
    if (conditions.size() != scorecard.rules().size()) {
      throw new IllegalArgumentException(
          "%s has %d rules and %d conditions"
              .formatted(scorecard.ref(), scorecard.rules().size(), conditions.size()));
    }
  }

  /** What its filter and all of its rules look at together. */
  public Reads reads() {
    return Reads.ofAll(
        Stream.concat(Stream.of(filter), conditions.stream()).map(Condition::reads).toList());
  }

  public EntityRef ref() {
    return scorecard.ref();
  }
}
