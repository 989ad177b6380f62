package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.scorecard.Evidence;
import dev.portolan.gateway.scorecard.ResultMove;
import dev.portolan.gateway.scorecard.ResultView;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.scorecard.http.Standings;
import dev.portolan.gateway.service.Calls;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How one entity does on a scorecard, why, and how that came about. */
@Controller
class ResultController {
  private final Standings standings;
  private final Calls calls;

  ResultController(Standings standings, Calls calls) {
    this.standings = standings;
    this.calls = calls;
  }

  @SchemaMapping(typeName = "Entity")
  CompletableFuture<List<ResultView>> scorecardResults(
      EntityView entity, DataLoader<EntityRef, List<ResultView>> scorecardResults) {
    return scorecardResults
        .load(entity.present("Scorecard results"))
        .thenApply(
            results ->
                results.stream()
                    .filter(result -> result.scorecard().kind().equals(ScorecardView.KIND))
                    .toList());
  }

  @SchemaMapping(typeName = "ScorecardResult")
  CompletableFuture<@Nullable ScorecardView> scorecard(
      ResultView result, DataLoader<EntityRef, @Nullable ScorecardView> scorecards) {
    return scorecards.load(result.scorecard());
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

  @SchemaMapping(typeName = "ScorecardResult")
  List<JudgedRule> rules(ResultView result) {
    return JudgedRule.of(result);
  }

  @SchemaMapping(typeName = "RuleResult")
  CompletableFuture<List<Evidence>> evidence(
      JudgedRule rule, DataLoader<ResultKey, Map<String, List<Evidence>>> evidence) {
    return evidence.load(rule.key()).thenApply(seen -> seen.getOrDefault(rule.rule(), List.of()));
  }

  @SchemaMapping(typeName = "Evidence")
  @Nullable OffsetDateTime at(Evidence evidence) {
    Instant at = evidence.at();
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  @SchemaMapping(typeName = "ScorecardResult")
  CompletableFuture<Connection<ResultMove>> history(
      ResultView result, @Argument int first, @Argument @Nullable String after) {
    PageRequest page = PageRequest.of(first, after);
    int length = page.serviceFirst(Standings.LONGEST_HISTORY);
    return calls.start(
        () ->
            Connection.of(
                page,
                standings
                    .history(
                        result.entity().toString(),
                        result.scorecard().toString(),
                        length,
                        page.serviceAfter())
                    .slice()));
  }

  @SchemaMapping(typeName = "ScorecardResultChange", field = "at")
  OffsetDateTime movedAt(ResultMove move) {
    return move.at().atOffset(ZoneOffset.UTC);
  }
}
