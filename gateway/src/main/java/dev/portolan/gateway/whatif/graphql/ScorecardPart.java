package dev.portolan.gateway.whatif.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.whatif.ScorecardChange;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The part of a what-if that scorecard-service answers. */
@Controller
class ScorecardPart {

  @SchemaMapping(typeName = "WhatIf", field = "scorecards")
  CompletableFuture<List<ScorecardChange>> standings(WhatIf whatIf) {
    return whatIf.standings().get();
  }

  @SchemaMapping(typeName = "WhatIfScorecard")
  EntityRef scorecardRef(ScorecardChange change) {
    return change.scorecard();
  }

  @SchemaMapping(typeName = "WhatIfScorecard")
  CompletableFuture<@Nullable ScorecardView> scorecard(
      ScorecardChange change, DataLoader<EntityRef, @Nullable ScorecardView> scorecards) {
    return scorecards.load(change.scorecard());
  }

  @SchemaMapping(typeName = "WhatIfScorecard")
  CompletableFuture<@Nullable EntityView> entity(
      ScorecardChange change, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(change.ref());
  }
}
