package dev.portolan.gateway.dryrun.graphql;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.dryrun.DryRunAnswer.Falling;
import dev.portolan.gateway.dryrun.DryRunAnswer.OfRule;
import dev.portolan.gateway.dryrun.DryRunAnswer.StatusCount;
import dev.portolan.gateway.dryrun.http.PastStates;
import dev.portolan.gateway.dryrun.http.ScorecardDryRuns;
import dev.portolan.gateway.dryrun.http.ScorecardDryRuns.Question;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.scorecard.ScorecardDescriptor;
import dev.portolan.gateway.service.Calls;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** How entities would stand by a scorecard before it is saved, now or at a moment of the past. */
@Controller
class DryRunController {
  /** What entities were is in memory together, from the question to the answer. */
  private final Semaphore ofThePast = new Semaphore(2);

  private final ScorecardDryRuns scorecards;
  private final PastStates past;
  private final Calls calls;

  DryRunController(ScorecardDryRuns scorecards, PastStates past, Calls calls) {
    this.scorecards = scorecards;
    this.past = past;
    this.calls = calls;
  }

  /** Any JSON is taken from the environment: a parameter of a method would have to have a form. */
  @QueryMapping
  CompletableFuture<DryRunResult> dryRun(
      DataFetchingEnvironment asked, @Argument @Nullable OffsetDateTime asOf) {
    Entity scorecard = ScorecardDescriptor.of(asked.getArgument("scorecard")).entity();
    return calls.start(
        () ->
            asOf == null
                ? new DryRunResult(scorecard, scorecards.dryRun(new Question(scorecard, List.of())))
                : ofThePast(scorecard, asOf.toInstant()));
  }

  private DryRunResult ofThePast(Entity scorecard, Instant moment) {
    if (!ofThePast.tryAcquire()) {
      throw new CodedException(
          ErrorCode.SERVICE_AWAY,
          "Two dry runs of the past are under way; ask again when one is done.");
    }
    try {
      return new DryRunResult(
          scorecard, scorecards.dryRun(new Question(scorecard, past.at(moment))));
    } finally {
      ofThePast.release();
    }
  }

  @SchemaMapping(typeName = "DryRunRule")
  List<StatusCount> counts(OfRule rule) {
    return rule.statusCounts();
  }

  @SchemaMapping(typeName = "DryRunRule")
  CompletableFuture<List<@Nullable EntityView>> failingEntities(
      OfRule rule, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.loadMany(rule.failing());
  }

  @SchemaMapping(typeName = "DryRunFall")
  EntityRef ref(Falling falling) {
    return falling.entity();
  }

  @SchemaMapping(typeName = "DryRunFall")
  CompletableFuture<@Nullable EntityView> entity(
      Falling falling, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(falling.entity());
  }
}
