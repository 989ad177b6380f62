package dev.portolan.gateway.history.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.history.DeletedEntity;
import dev.portolan.gateway.history.Restored;
import dev.portolan.gateway.history.http.ChangeLog;
import dev.portolan.gateway.history.http.EntityHistory;
import dev.portolan.gateway.history.http.Restoration;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.service.Calls;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What is gone, and how it comes back. */
@Controller
class DeletedController {
  private final ChangeLog log;
  private final Restoration restoration;
  private final Calls calls;

  DeletedController(ChangeLog log, Restoration restoration, Calls calls) {
    this.log = log;
    this.restoration = restoration;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<Connection<DeletedEntity>> deleted(
      @Argument @Nullable String kind,
      @Argument int first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet wanted) {
    PageRequest page = AskedPage.of(first, after, wanted);
    int length = page.serviceFirst(EntityHistory.LONGEST_PAGE);
    return calls.start(
        () -> Connection.of(page, log.deleted(length, page.serviceAfter(), kind).slice()));
  }

  @SchemaMapping(typeName = "DeletedEntity")
  OffsetDateTime deletedAt(DeletedEntity entity) {
    return entity.deletedAt().atOffset(ZoneOffset.UTC);
  }

  @SchemaMapping(typeName = "DeletedEntity")
  @Nullable EntityRef ownerRef(DeletedEntity entity) {
    return entity.owner();
  }

  @SchemaMapping(typeName = "DeletedEntity")
  CompletableFuture<@Nullable EntityView> owner(
      DeletedEntity entity, DataLoader<EntityRef, @Nullable EntityView> entities) {
    EntityRef owner = entity.owner();
    return owner == null ? CompletableFuture.completedFuture(null) : entities.load(owner);
  }

  @MutationMapping
  CompletableFuture<Restored> restore(@Argument String ref, @Argument @Nullable Long version) {
    EntityRef entity = EntityRef.parse(ref);
    Map<String, Long> wish = version == null ? Map.of() : Map.of("version", version);
    return calls.start(
        () -> restoration.restore(entity.kind(), entity.namespace(), entity.name(), wish));
  }
}
