package dev.portolan.gateway.dryrun.http;

import dev.portolan.events.Entity;
import dev.portolan.gateway.dryrun.DryRunAnswer;
import dev.portolan.gateway.dryrun.State;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** How entities would stand, which scorecard-service finds out. */
public interface ScorecardDryRuns {
  @PostExchange("/api/scorecards/dry-run")
  DryRunAnswer dryRun(@RequestBody Question question);

  /** The entity that would define the scorecard, and what is supposed to be otherwise than now. */
  record Question(Entity scorecard, List<State> changes) {}
}
