package dev.portolan.gateway.initiative.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.initiative.InitiativeResult;
import dev.portolan.gateway.initiative.InitiativeView;
import dev.portolan.gateway.scorecard.ResultView;
import dev.portolan.gateway.scorecard.graphql.JudgedRule;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How entities do on initiatives. */
@Controller
class InitiativeResultController {
  /** Results of both come with one call; here those of initiatives are kept. */
  @SchemaMapping(typeName = "Entity")
  CompletableFuture<List<InitiativeResult>> initiativeResults(
      EntityView entity, DataLoader<EntityRef, List<ResultView>> scorecardResults) {
    return scorecardResults
        .load(entity.present("Initiative results"))
        .thenApply(
            results ->
                results.stream()
                    .filter(result -> result.scorecard().kind().equals(InitiativeView.KIND))
                    .map(InitiativeResult::new)
                    .toList());
  }

  @SchemaMapping(typeName = "InitiativeResult")
  CompletableFuture<@Nullable InitiativeView> initiative(
      InitiativeResult result, DataLoader<EntityRef, @Nullable InitiativeView> initiatives) {
    return initiatives.load(result.result().scorecard());
  }

  @SchemaMapping(typeName = "InitiativeResult")
  EntityRef initiativeRef(InitiativeResult result) {
    return result.result().scorecard();
  }

  @SchemaMapping(typeName = "InitiativeResult")
  EntityRef ref(InitiativeResult result) {
    return result.result().entity();
  }

  @SchemaMapping(typeName = "InitiativeResult")
  List<JudgedRule> rules(InitiativeResult result) {
    return JudgedRule.of(result.result());
  }

  @SchemaMapping(typeName = "InitiativeResult")
  OffsetDateTime evaluatedAt(InitiativeResult result) {
    return result.result().evaluatedAt().atOffset(ZoneOffset.UTC);
  }
}
