package dev.portolan.gateway.whatif.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.finding.Finding;
import dev.portolan.gateway.impact.ImpactAnswer.AffectedOwner;
import dev.portolan.gateway.impact.ImpactAnswer.Impacted;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.whatif.GraphAnswer;
import dev.portolan.gateway.whatif.GraphQuestion;
import dev.portolan.gateway.whatif.http.GraphWhatIf;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The part of a what-if that catalog-service answers. */
@Controller
class GraphPart {
  private final GraphWhatIf catalog;
  private final Calls calls;

  GraphPart(GraphWhatIf catalog, Calls calls) {
    this.catalog = catalog;
    this.calls = calls;
  }

  @SchemaMapping(typeName = "WhatIf")
  CompletableFuture<Reached> impact(WhatIf whatIf) {
    return whatIf.graph().get().thenApply(all -> new Reached(whatIf.question(), all.impact()));
  }

  @SchemaMapping(typeName = "WhatIf")
  CompletableFuture<GraphAnswer.Steps> lost(WhatIf whatIf) {
    return whatIf.graph().get().thenApply(GraphAnswer::lost);
  }

  @SchemaMapping(typeName = "WhatIf")
  CompletableFuture<GraphAnswer.Steps> gained(WhatIf whatIf) {
    return whatIf.graph().get().thenApply(GraphAnswer::gained);
  }

  @SchemaMapping(typeName = "WhatIf")
  CompletableFuture<List<Finding>> appearing(WhatIf whatIf) {
    return whatIf.graph().get().thenApply(GraphAnswer::appearing);
  }

  @SchemaMapping(typeName = "WhatIf")
  CompletableFuture<Integer> appearingTotal(WhatIf whatIf) {
    return whatIf.graph().get().thenApply(GraphAnswer::appearingTotal);
  }

  @SchemaMapping(typeName = "WhatIf")
  CompletableFuture<List<Finding>> disappearing(WhatIf whatIf) {
    return whatIf.graph().get().thenApply(GraphAnswer::disappearing);
  }

  @SchemaMapping(typeName = "WhatIf")
  CompletableFuture<Integer> disappearingTotal(WhatIf whatIf) {
    return whatIf.graph().get().thenApply(GraphAnswer::disappearingTotal);
  }

  @SchemaMapping(typeName = "WhatIfImpact")
  List<AffectedOwner> owners(Reached reached, @Argument int first) {
    List<AffectedOwner> owners = reached.answer().owners();
    return owners.subList(0, Math.min(first, owners.size()));
  }

  @SchemaMapping(typeName = "WhatIfImpact")
  CompletableFuture<Connection<Impacted>> entities(
      Reached reached,
      @Argument int first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet wanted) {
    PageRequest page = AskedPage.of(first, after, wanted);
    GraphQuestion question = reached.question().page(page.serviceFirst(), page.serviceAfter());
    return question.equals(reached.question()) || question.changes().isEmpty()
        ? CompletableFuture.completedFuture(Connection.of(page, reached.answer().slice()))
        : calls.start(
            () -> Connection.of(page, catalog.whatIf(question.entitiesOnly()).impact().slice()));
  }

  @SchemaMapping(typeName = "WhatIfDependency")
  CompletableFuture<@Nullable EntityView> entity(
      GraphAnswer.Step step, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(step.ref());
  }
}
