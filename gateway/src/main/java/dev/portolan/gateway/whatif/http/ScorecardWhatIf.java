package dev.portolan.gateway.whatif.http;

import dev.portolan.gateway.whatif.DryRun;
import dev.portolan.gateway.whatif.ScorecardChange;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What scorecard-service would find. */
public interface ScorecardWhatIf {

  @PostExchange("/api/what-if")
  Results whatIf(@RequestBody Question question);

  /** The states that entities would have. */
  record Question(List<DryRun.State> changes) {}

  /** The results that would change. */
  record Results(List<ScorecardChange> results) {}
}
