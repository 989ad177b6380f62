package dev.portolan.scorecard.rule;

import dev.portolan.events.EntityRef;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds for some time after somebody looked and found it so.
 *
 * @param scorecard whose rule
 * @param rule its id
 * @param every for how long an answer counts; null for ever
 */
record ManualCondition(EntityRef scorecard, String rule, @Nullable Duration every)
    implements Condition {

  @Override
  public Verdict on(Situation situation, Trial trial) {
    return situation.checks().stream()
        .filter(check -> check.isOf(scorecard, rule))
        .max(Comparator.comparing(Check::at).thenComparing(Check::ref))
        .map(check -> verdict(check, trial.moment()))
        .orElseGet(() -> new Verdict.Fails("nobody has looked yet"));
  }

  private Verdict verdict(Check last, Moment moment) {
    String by = last.by() == null ? "" : " by " + last.by();
    if (!last.passed()) {
      String notes = last.notes() == null ? "" : ": " + last.notes();
      return new Verdict.Fails("found failing on " + last.at() + by + notes);
    }
    return every == null || moment.isBefore(last.at().plus(every))
        ? new Verdict.Holds()
        : new Verdict.Fails(
            "last looked at on "
                + last.at()
                + by
                + "; an answer counts for "
                + every.toDays()
                + " days");
  }

  @Override
  public Reads reads() {
    return new Reads(Set.of(Reads.below(Reads.CHECKS, Scorecard.key(scorecard)), Reads.TIME));
  }
}
