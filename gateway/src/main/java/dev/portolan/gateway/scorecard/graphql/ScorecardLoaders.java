package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.scorecard.ResultView;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.scorecard.http.Scorecards;
import dev.portolan.gateway.service.Calls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fetches the results of all entities on one level of an answer, and the scorecards they name. */
@Component
class ScorecardLoaders {
  /** The loader of the results of an entity. */
  static final String RESULTS = "scorecardResults";

  private final Scorecards scorecards;

  ScorecardLoaders(BatchLoaderRegistry loaders, Scorecards scorecards, Calls calls) {
    this.scorecards = scorecards;
    loaders
        .<EntityRef, List<ResultView>>forName(RESULTS)
        .withOptions(options -> options.setMaxBatchSize(Scorecards.LONGEST_BATCH))
        .registerMappedBatchLoader(
            (refs, env) -> Mono.fromFuture(calls.start(() -> results(refs))));
    loaders
        .forTypePair(EntityRef.class, ScorecardView.class)
        .registerMappedBatchLoader((refs, env) -> Mono.fromFuture(calls.start(this::all)));
  }

  private Map<EntityRef, List<ResultView>> results(Set<EntityRef> refs) {
    Map<EntityRef, List<ResultView>> byEntity =
        scorecards.results(new Scorecards.Refs(refs)).results().stream()
            .collect(Collectors.groupingBy(ResultView::entity));
    return refs.stream()
        .collect(
            Collectors.toMap(Function.identity(), ref -> byEntity.getOrDefault(ref, List.of())));
  }

  private Map<EntityRef, ScorecardView> all() {
    return scorecards.scorecards().scorecards().stream()
        .collect(Collectors.toMap(ScorecardView::ref, Function.identity()));
  }
}
