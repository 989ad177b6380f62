package dev.portolan.gateway.scorecard.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.scorecard.Day;
import dev.portolan.gateway.scorecard.Mover;
import dev.portolan.gateway.scorecard.Place;
import dev.portolan.gateway.scorecard.RollUpBy;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.scorecard.http.Standings;
import dev.portolan.gateway.service.Calls;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How entities stand together by a scorecard, and how that moves. */
@Controller
class StandingController {
  private static final String PLURAL = "scorecards";

  private final Standings standings;
  private final Calls calls;

  StandingController(Standings standings, Calls calls) {
    this.standings = standings;
    this.calls = calls;
  }

  @SchemaMapping(typeName = "Scorecard")
  CompletableFuture<List<Place>> rollUp(ScorecardView scorecard, @Argument RollUpBy by) {
    EntityRef ref = scorecard.ref();
    return calls.start(
        () -> standings.rollUp(PLURAL, ref.namespace(), ref.name(), by).in(levels(scorecard)));
  }

  @SchemaMapping(typeName = "Scorecard")
  CompletableFuture<List<Day>> trend(ScorecardView scorecard, @Argument int days) {
    EntityRef ref = scorecard.ref();
    return calls.start(
        () -> standings.trend(PLURAL, ref.namespace(), ref.name(), days).in(levels(scorecard)));
  }

  @SchemaMapping(typeName = "Scorecard")
  CompletableFuture<List<Mover>> movers(
      ScorecardView scorecard,
      @Argument @Nullable RollUpBy by,
      @Argument int days,
      @Argument int first) {
    EntityRef ref = scorecard.ref();
    return first == 0
        ? CompletableFuture.completedFuture(List.of())
        : calls.start(
            () -> standings.movers(PLURAL, ref.namespace(), ref.name(), by, days, first).movers());
  }

  private static List<String> levels(ScorecardView scorecard) {
    return scorecard.levels().stream().map(ScorecardView.Level::name).toList();
  }

  @SchemaMapping(typeName = "ScorecardPlace", field = "entity")
  CompletableFuture<@Nullable EntityView> placeEntity(
      Place place, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(place.ref());
  }

  @SchemaMapping(typeName = "ScorecardMover", field = "entity")
  CompletableFuture<@Nullable EntityView> moverEntity(
      Mover mover, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(mover.ref());
  }
}
