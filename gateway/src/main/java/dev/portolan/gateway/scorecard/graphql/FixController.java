package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.scorecard.NextFix;
import dev.portolan.gateway.scorecard.RollUpBy;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.scorecard.http.Standings;
import dev.portolan.gateway.service.Calls;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What to mend next. */
@Controller
class FixController {
  /** The loader of what to mend of an entity. */
  static final String LOADER = "nextFixes";

  private final Standings standings;
  private final Calls calls;

  FixController(Standings standings, Calls calls) {
    this.standings = standings;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<List<NextFix>> fixes(
      @Argument String of, @Argument @Nullable RollUpBy by, @Argument int first) {
    String ref = EntityRef.parse(of).toString();
    return first == 0
        ? CompletableFuture.completedFuture(List.of())
        : calls.start(() -> standings.fixes(ref, by, first).fixes());
  }

  @SchemaMapping(typeName = "Entity", field = "fixes")
  CompletableFuture<List<NextFix>> fixesOfEntity(
      EntityView entity, @Argument int first, DataLoader<FixKey, List<NextFix>> nextFixes) {
    EntityRef ref = entity.present("Fixes");
    return first == 0
        ? CompletableFuture.completedFuture(List.of())
        : nextFixes.load(new FixKey(ref, first));
  }

  @SchemaMapping(typeName = "NextFix")
  EntityRef scorecardRef(NextFix fix) {
    return fix.scorecard();
  }

  @SchemaMapping(typeName = "NextFix")
  CompletableFuture<@Nullable ScorecardView> scorecard(
      NextFix fix, DataLoader<EntityRef, @Nullable ScorecardView> scorecards) {
    return scorecards.load(fix.scorecard());
  }

  @SchemaMapping(typeName = "NextFix")
  CompletableFuture<List<@Nullable EntityView>> firstEntities(
      NextFix fix, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.loadMany(fix.first());
  }
}
