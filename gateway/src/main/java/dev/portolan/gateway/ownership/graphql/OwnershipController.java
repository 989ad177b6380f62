package dev.portolan.gateway.ownership.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.impact.ImpactFilter;
import dev.portolan.gateway.ownership.OwnershipAnswer.Owned;
import dev.portolan.gateway.ownership.OwnershipQuestion;
import dev.portolan.gateway.ownership.OwnershipView;
import dev.portolan.gateway.ownership.http.CatalogOwnership;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.RefusedException;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class OwnershipController {
  private final CatalogOwnership catalog;
  private final Calls calls;

  OwnershipController(CatalogOwnership catalog, Calls calls) {
    this.catalog = catalog;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<@Nullable OwnershipView> ownership(
      @Argument String ref,
      @Argument @Nullable ImpactFilter filter,
      @Argument @Nullable OffsetDateTime asOf,
      DataFetchingFieldSelectionSet fields) {
    PageRequest page = AskedPage.below(fields, "entities");
    OwnershipQuestion question =
        new OwnershipQuestion(
            EntityRef.parse(ref, "group", EntityRef.DEFAULT_NAMESPACE),
            filter,
            page.serviceFirst(),
            page.serviceAfter(),
            asOf == null ? null : asOf.toInstant());
    return calls.start(() -> RefusedException.orNull(() -> ask(question)));
  }

  @SchemaMapping(typeName = "Ownership")
  CompletableFuture<Connection<Owned>> entities(
      OwnershipView ownership,
      @Argument int first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet wanted) {
    PageRequest page = AskedPage.of(first, after, wanted);
    OwnershipQuestion question =
        ownership.question().page(page.serviceFirst(), page.serviceAfter());
    return question.equals(ownership.question())
        ? CompletableFuture.completedFuture(Connection.of(page, ownership.answer().slice()))
        : calls.start(() -> Connection.of(page, ask(question).answer().slice()));
  }

  private OwnershipView ask(OwnershipQuestion question) {
    return new OwnershipView(question, catalog.ownership(question));
  }

  @SchemaMapping(typeName = "OwnedEntity")
  CompletableFuture<@Nullable EntityView> entity(
      Owned owned, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(owned.ref());
  }
}
