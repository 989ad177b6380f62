package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.scorecard.KnownScorecards;
import dev.portolan.gateway.scorecard.ResultPage;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.scorecard.http.Scorecards;
import dev.portolan.gateway.service.Calls;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class ScorecardController {
  private final Scorecards scorecards;
  private final Calls calls;

  ScorecardController(Scorecards scorecards, Calls calls) {
    this.scorecards = scorecards;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<List<ScorecardView>> scorecards() {
    return calls.start(() -> scorecards.scorecards().scorecards());
  }

  @QueryMapping
  CompletableFuture<@Nullable ScorecardView> scorecard(
      @Argument String ref, DataLoader<EntityRef, @Nullable ScorecardView> scorecards) {
    return scorecards.load(KnownScorecards.ref(ref));
  }

  @SchemaMapping(typeName = "Scorecard")
  CompletableFuture<@Nullable EntityView> owner(
      ScorecardView scorecard, DataLoader<EntityRef, @Nullable EntityView> entities) {
    EntityRef owner = scorecard.owner();
    return owner == null ? CompletableFuture.completedFuture(null) : entities.load(owner);
  }

  @SchemaMapping(typeName = "Scorecard")
  @Nullable EntityRef ownerRef(ScorecardView scorecard) {
    return scorecard.owner();
  }

  @SchemaMapping(typeName = "Scorecard")
  CompletableFuture<ResultConnection> results(
      ScorecardView scorecard,
      @Argument int first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet wanted) {
    EntityRef ref = scorecard.ref();
    PageRequest page = AskedPage.of(first, after, wanted);
    return calls.start(
        () -> {
          ResultPage results =
              scorecards.page(
                  ref.namespace(), ref.name(), page.serviceFirst(), page.serviceAfter());
          return new ResultConnection(Connection.of(page, results.slice()), results.levels());
        });
  }
}
