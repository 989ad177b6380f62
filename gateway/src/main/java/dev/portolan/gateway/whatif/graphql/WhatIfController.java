package dev.portolan.gateway.whatif.graphql;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.Notes;
import dev.portolan.gateway.impact.RollUp;
import dev.portolan.gateway.impact.graphql.AskedOwners;
import dev.portolan.gateway.impact.graphql.AskedRollUps;
import dev.portolan.gateway.limit.Limits;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.whatif.DryRun;
import dev.portolan.gateway.whatif.GraphAnswer;
import dev.portolan.gateway.whatif.GraphQuestion;
import dev.portolan.gateway.whatif.ReachedAnswer;
import dev.portolan.gateway.whatif.ScorecardChange;
import dev.portolan.gateway.whatif.WhatIfMode;
import dev.portolan.gateway.whatif.http.DryRuns;
import dev.portolan.gateway.whatif.http.GraphWhatIf;
import dev.portolan.gateway.whatif.http.ScorecardWhatIf;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;

@Controller
class WhatIfController {
  private final DryRuns ingestion;
  private final GraphWhatIf catalog;
  private final ScorecardWhatIf scorecards;
  private final Calls calls;

  WhatIfController(
      DryRuns ingestion, GraphWhatIf catalog, ScorecardWhatIf scorecards, Calls calls) {
    this.ingestion = ingestion;
    this.catalog = catalog;
    this.scorecards = scorecards;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<WhatIf> whatIf(
      @Argument String source,
      @Argument String documents,
      @Argument WhatIfMode mode,
      @Argument @Nullable List<String> retract,
      DataFetchingFieldSelectionSet fields,
      @ContextValue Notes notes) {
    List<String> retracted =
        retract == null
            ? List.of()
            : retract.stream().map(EntityRef::parse).map(EntityRef::toString).toList();
    if (retracted.size() > DryRuns.MOST_RETRACTED) {
      throw Limits.exceeded(
          "`retract` names %d entities, and %d are allowed: leave them out of a `FULL` set of documents instead."
              .formatted(retracted.size(), DryRuns.MOST_RETRACTED));
    }
    PageRequest page = AskedPage.below(fields, "impact/entities");
    Map<RollUp, Integer> rollUps = AskedRollUps.of(fields, "impact/");
    int owners = AskedOwners.of(fields, "impact/owners");
    return calls.start(
        () -> {
          DryRun run =
              ingestion.dryRun(source, mode.written(), retracted, documents.getBytes(UTF_8));
          GraphQuestion question =
              new GraphQuestion(
                  run.states(), null, rollUps, owners, page.serviceFirst(), page.serviceAfter());
          return new WhatIf(
              run,
              question,
              SingletonSupplier.of(() -> calls.start(() -> graph(question, notes))),
              SingletonSupplier.of(() -> calls.start(() -> standings(run))));
        });
  }

  /** Nothing follows from nothing, and no service need be asked for it. */
  private GraphAnswer graph(GraphQuestion question, Notes notes) {
    if (question.changes().isEmpty()) {
      return GraphAnswer.NOTHING;
    }
    GraphAnswer answer = catalog.whatIf(question);
    ReachedAnswer impact = answer.impact();
    if (!impact.complete()) {
      notes.incomplete(Service.CATALOG, "the impact of the changes: " + impact.incompleteReason());
    }
    return answer;
  }

  private List<ScorecardChange> standings(DryRun run) {
    return run.changes().isEmpty()
        ? List.of()
        : scorecards.whatIf(new ScorecardWhatIf.Question(run.states())).results();
  }
}
