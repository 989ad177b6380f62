package dev.portolan.gateway.dryrun.graphql;

import dev.portolan.events.Entity;
import dev.portolan.gateway.dryrun.DryRunAnswer;
import dev.portolan.gateway.dryrun.DryRunAnswer.Falling;
import dev.portolan.gateway.dryrun.DryRunAnswer.OfRule;
import dev.portolan.gateway.scorecard.LevelCount;
import dev.portolan.gateway.scorecard.ScorecardView.Problem;
import java.util.List;

/** What came out of a dry run, and of which scorecard. */
record DryRunResult(Entity scorecard, DryRunAnswer answer) {
  public List<Problem> problems() {
    return answer.problems();
  }

  public int entities() {
    return answer.outcome().entities();
  }

  public boolean complete() {
    return answer.outcome().complete();
  }

  public int applies() {
    return answer.outcome().applies();
  }

  public List<LevelCount> levels() {
    return answer.levelCounts(scorecard.spec());
  }

  public List<OfRule> rules() {
    return answer.outcome().rules();
  }

  public int rise() {
    return answer.outcome().rise();
  }

  public int fall() {
    return answer.outcome().fall();
  }

  public List<Falling> falling() {
    return answer.outcome().falling();
  }
}
