package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.scorecard.Evidence;
import dev.portolan.gateway.scorecard.NextFix;
import dev.portolan.gateway.scorecard.ResultView;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.scorecard.http.Scorecards;
import dev.portolan.gateway.scorecard.http.Standings;
import dev.portolan.gateway.service.Calls;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Fetches what all entities and results on one level of an answer want to know, and the scorecards
 * they name.
 */
@Component
class ScorecardLoaders {
  /** The loader of the results of an entity. */
  static final String RESULTS = "scorecardResults";

  /** The loader of what the rules looked at for a result. */
  static final String EVIDENCE = "evidence";

  /** The evidence is told for one result at a time; so many are asked for at once. */
  private static final int AT_ONCE = 8;

  private final Scorecards scorecards;
  private final Standings standings;

  ScorecardLoaders(
      BatchLoaderRegistry loaders, Scorecards scorecards, Standings standings, Calls calls) {
    this.scorecards = scorecards;
    this.standings = standings;
    loaders
        .<EntityRef, List<ResultView>>forName(RESULTS)
        .withOptions(options -> options.setMaxBatchSize(Scorecards.LONGEST_BATCH))
        .registerMappedBatchLoader(
            (refs, env) -> Mono.fromFuture(calls.start(() -> results(refs))));
    loaders
        .forTypePair(EntityRef.class, ScorecardView.class)
        .registerMappedBatchLoader((refs, env) -> Mono.fromFuture(calls.start(this::all)));
    loaders
        .<ResultKey, Map<String, List<Evidence>>>forName(EVIDENCE)
        .registerMappedBatchLoader(
            (keys, env) -> Mono.fromFuture(calls.each(keys, AT_ONCE, this::evidence)));
    loaders
        .<FixKey, List<NextFix>>forName(FixController.LOADER)
        .registerMappedBatchLoader(
            (keys, env) -> Mono.fromFuture(calls.each(keys, AT_ONCE, this::fixes)));
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

  private Map<String, List<Evidence>> evidence(ResultKey key) {
    return standings.evidence(key.scorecard().toString(), key.entity().toString()).rules().stream()
        .collect(
            Collectors.toMap(
                Standings.SeenByRule::rule, Standings.SeenByRule::seen, (one, same) -> one));
  }

  private List<NextFix> fixes(FixKey key) {
    return standings.fixes(key.entity().toString(), null, key.first()).fixes();
  }
}
