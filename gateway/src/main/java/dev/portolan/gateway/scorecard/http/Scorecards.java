package dev.portolan.gateway.scorecard.http;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.scorecard.ResultView;
import dev.portolan.gateway.scorecard.ScorecardView;
import java.util.Collection;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What scorecard-service answers. */
public interface Scorecards {
  /** How many references one batch may hold. */
  int LONGEST_BATCH = 500;

  @GetExchange("/api/scorecards")
  All scorecards();

  @PostExchange("/api/results/batch")
  Results results(@RequestBody Refs refs);

  /** All scorecards. */
  record All(List<ScorecardView> scorecards) {}

  /** At most {@link #LONGEST_BATCH} references of entities. */
  record Refs(Collection<EntityRef> refs) {}

  /** The results of those entities, in any order. */
  record Results(List<ResultView> results) {}
}
