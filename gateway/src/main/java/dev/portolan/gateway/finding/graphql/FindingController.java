package dev.portolan.gateway.finding.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.Notes;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.finding.Finding;
import dev.portolan.gateway.finding.FindingAnswer;
import dev.portolan.gateway.finding.FindingKind;
import dev.portolan.gateway.finding.http.CatalogFindings;
import dev.portolan.gateway.impact.ImpactFilter;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.Service;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class FindingController {
  private final CatalogFindings catalog;
  private final Calls calls;

  FindingController(CatalogFindings catalog, Calls calls) {
    this.catalog = catalog;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<FindingConnection> findings(
      @Argument FindingKind kind,
      @Argument @Nullable ImpactFilter filter,
      @Argument @Nullable OffsetDateTime asOf,
      @Argument int first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet wanted,
      @ContextValue Notes notes) {
    PageRequest page = AskedPage.of(first, after, wanted);
    CatalogFindings.Question question =
        new CatalogFindings.Question(
            kind,
            filter,
            asOf == null ? null : asOf.toInstant(),
            page.serviceFirst(),
            page.serviceAfter());
    return calls.start(
        () -> {
          FindingAnswer answer = catalog.findings(question);
          if (!answer.complete()) {
            notes.incomplete(
                Service.CATALOG, "the findings " + kind + ": " + answer.incompleteReason());
          }
          return FindingConnection.of(kind, page, answer);
        });
  }

  @SchemaMapping(typeName = "Finding")
  CompletableFuture<@Nullable EntityView> entity(
      Finding finding, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(finding.ref());
  }

  @SchemaMapping(typeName = "Finding")
  CompletableFuture<List<@Nullable EntityView>> relatedEntities(
      Finding finding, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.loadMany(finding.related());
  }
}
