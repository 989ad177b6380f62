package dev.portolan.gateway.entity.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.answer.Notes;
import dev.portolan.gateway.entity.EntityFilter;
import dev.portolan.gateway.entity.EntityOrder;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.entity.PastEntities;
import dev.portolan.gateway.entity.http.AwaitedEntities;
import dev.portolan.gateway.entity.http.CatalogEntities;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.RefusedException;
import dev.portolan.gateway.service.Service;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class EntityController {
  private final CatalogEntities catalog;
  private final AwaitedEntities awaited;
  private final PastEntities past;
  private final Calls calls;

  EntityController(
      CatalogEntities catalog, AwaitedEntities awaited, PastEntities past, Calls calls) {
    this.catalog = catalog;
    this.awaited = awaited;
    this.past = past;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<@Nullable EntityView> entity(
      @Argument String ref,
      @Argument @Nullable Long minVersion,
      @Argument @Nullable OffsetDateTime asOf,
      DataLoader<EntityRef, @Nullable EntityView> entities,
      @ContextValue Notes notes) {
    EntityRef entity = EntityRef.parse(ref);
    if (asOf != null && minVersion != null) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST,
          "`minVersion` waits for the present and `asOf` looks at the past: ask for one of them.");
    }
    if (asOf != null) {
      return calls.start(() -> past.asOf(entity, asOf.toInstant()));
    }
    return minVersion == null
        ? entities.load(entity)
        : calls.start(() -> present(entity, minVersion, notes));
  }

  private @Nullable EntityView present(EntityRef ref, long minVersion, Notes notes) {
    EntityView entity =
        RefusedException.orNull(
            () -> awaited.entity(ref.kind(), ref.namespace(), ref.name(), minVersion));
    if (entity == null) {
      notes.stale(Service.CATALOG, ref + " is not there, let alone at version " + minVersion);
    } else if (entity.stale()) {
      notes.stale(
          Service.CATALOG,
          ref + " is at version " + entity.version() + ", not yet at " + minVersion);
    }
    return entity;
  }

  @QueryMapping
  CompletableFuture<Connection<EntityView>> entities(
      @Argument @Nullable EntityFilter filter,
      @Argument @Nullable EntityOrder orderBy,
      @Argument int first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet wanted) {
    PageRequest page = AskedPage.of(first, after, wanted);
    CatalogEntities.Question question =
        new CatalogEntities.Question(
            filter == null ? EntityFilter.ALL : filter,
            orderBy == null ? EntityOrder.BY_REF : orderBy,
            page.serviceFirst(),
            page.serviceAfter());
    return calls.start(() -> Connection.of(page, catalog.query(question).slice()));
  }

  @SchemaMapping(typeName = "Entity")
  CompletableFuture<@Nullable EntityView> owner(
      EntityView entity, DataLoader<EntityRef, @Nullable EntityView> entities) {
    EntityRef owner = entity.owner();
    EntityView.Past moment = entity.past();
    if (owner == null) {
      return CompletableFuture.completedFuture(null);
    }
    return moment == null ? entities.load(owner) : calls.start(() -> past.asOf(owner, moment.at()));
  }

  @SchemaMapping(typeName = "Entity")
  @Nullable EntityRef ownerRef(EntityView entity) {
    return entity.owner();
  }
}
