package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.scorecard.ResultPage;
import dev.portolan.gateway.scorecard.ResultView;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.scorecard.http.Scorecards;
import dev.portolan.gateway.service.Calls;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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

  @SchemaMapping(typeName = "Entity")
  CompletableFuture<List<ResultView>> scorecardResults(
      EntityView entity, DataLoader<EntityRef, List<ResultView>> scorecardResults) {
    if (entity.past() != null) {
      throw new CodedException(
          ErrorCode.NOT_AVAILABLE_YET, "Scorecard results of the past are not available yet.");
    }
    return scorecardResults.load(entity.ref());
  }

  @SchemaMapping(typeName = "ScorecardResult")
  CompletableFuture<@Nullable ScorecardView> scorecard(
      ResultView result, DataLoader<EntityRef, @Nullable ScorecardView> scorecards) {
    return scorecards.load(result.scorecard());
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

  @SchemaMapping(typeName = "ScorecardResult")
  CompletableFuture<@Nullable EntityView> entity(
      ResultView result, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(result.entity());
  }

  @SchemaMapping(typeName = "ScorecardResult")
  EntityRef scorecardRef(ResultView result) {
    return result.scorecard();
  }

  @SchemaMapping(typeName = "ScorecardResult")
  EntityRef ref(ResultView result) {
    return result.entity();
  }

  @SchemaMapping(typeName = "ScorecardResult")
  OffsetDateTime evaluatedAt(ResultView result) {
    return result.evaluatedAt().atOffset(ZoneOffset.UTC);
  }
}
