package dev.portolan.gateway.scorecard.http;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.scorecard.ResultPage;
import dev.portolan.gateway.scorecard.ResultView;
import dev.portolan.gateway.scorecard.ScorecardView;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What scorecard-service answers. */
public interface Scorecards {
  /** How many references one batch may hold. */
  int LONGEST_BATCH = 500;

  @GetExchange("/api/scorecards")
  All scorecards();

  @GetExchange("/api/scorecards/{namespace}/{name}/results")
  ResultPage page(
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam int first,
      @RequestParam(required = false) @Nullable String after);

  @PostExchange("/api/results/batch")
  Results results(@RequestBody Refs refs);

  /** All scorecards. */
  record All(List<ScorecardView> scorecards) {}

  /** At most {@link #LONGEST_BATCH} references of entities. */
  record Refs(Collection<EntityRef> refs) {}

  /** The results of those entities, in any order. */
  record Results(List<ResultView> results) {}
}
