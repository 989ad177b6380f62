package dev.portolan.scorecard.rule;

import dev.portolan.events.ScorecardResultChanged.Status;
import java.util.Map;
import java.util.Set;

/** Says what another scorecard's rule says; where that is not for the entity, neither is this. */
record ElsewhereCondition(Proof.Elsewhere proof) implements Condition {

  @Override
  public Verdict on(Situation situation, Trial trial) {
    if (!(situation.scorecards().get(Scorecard.key(proof.scorecard())) instanceof Map<?, ?> stands)
        || !(stands.get("rules") instanceof Map<?, ?> rules)
        || !(rules.get(proof.rule()) instanceof String status)) {
      return new Verdict.NotApplicable();
    }
    return switch (Status.valueOf(status)) {
      case PASS -> new Verdict.Holds();
      case FAIL -> new Verdict.Fails(null);
      case EXEMPT -> new Verdict.Exempt("by " + proof.scorecard());
      case NOT_APPLICABLE -> new Verdict.NotApplicable();
      case ERROR ->
          new Verdict.Broken(
              "%s of %s ends in an error".formatted(proof.rule(), proof.scorecard()));
    };
  }

  @Override
  public Reads reads() {
    return new Reads(Set.of(Reads.below(Reads.SCORECARDS, Scorecard.key(proof.scorecard()))));
  }
}
