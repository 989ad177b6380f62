package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.scorecard.ResultView;
import dev.portolan.gateway.scorecard.ResultView.Outcome;
import dev.portolan.gateway.scorecard.ResultView.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a rule, and for whom, so that it can be asked what the rule looked at. */
public record JudgedRule(EntityRef scorecard, EntityRef entity, Outcome outcome) {
  /** What became of all rules of a result, in their order. */
  public static List<JudgedRule> of(ResultView result) {
    return result.rules().stream()
        .map(outcome -> new JudgedRule(result.scorecard(), result.entity(), outcome))
        .toList();
  }

  public String rule() {
    return outcome.rule();
  }

  public Status status() {
    return outcome.status();
  }

  public @Nullable String message() {
    return outcome.message();
  }

  ResultKey key() {
    return new ResultKey(scorecard, entity);
  }
}
