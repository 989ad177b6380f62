package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import java.util.List;
import java.util.Set;

/**
 * A rule as a condition: first whether the entity is exempt from it, then whether it applies, then
 * what its proof says.
 *
 * @param scorecard whose rule
 * @param rule its id
 * @param when whether it applies
 * @param proof whether it holds
 */
public record RuleCondition(EntityRef scorecard, String rule, Condition when, Condition proof)
    implements Condition {

  @Override
  public Verdict on(Situation situation, Trial trial) {
    for (Exemption exemption : situation.exemptions()) {
      if (exemption.covers(scorecard, rule) && exemption.counts(trial.moment())) {
        return new Verdict.Exempt(exemption.words());
      }
    }
    return switch (when.on(situation, trial)) {
      case Verdict.Holds() -> proof.on(situation, trial);
      case Verdict.Broken broken -> broken;
      case Verdict.Fails _, Verdict.Exempt _, Verdict.NotApplicable _ ->
          new Verdict.NotApplicable();
    };
  }

  @Override
  public Reads reads() {
    String exemptions = Reads.below(Reads.EXEMPTIONS, Scorecard.key(scorecard));
    return Reads.ofAll(List.of(when.reads(), proof.reads(), new Reads(Set.of(exemptions))));
  }
}
