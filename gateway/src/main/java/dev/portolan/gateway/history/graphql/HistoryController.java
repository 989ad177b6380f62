package dev.portolan.gateway.history.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.change.EntityChange;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.history.OriginalView;
import dev.portolan.gateway.history.ProvenanceView;
import dev.portolan.gateway.history.http.EntityHistory;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.service.Calls;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class HistoryController {
  private final EntityHistory history;
  private final Calls calls;

  HistoryController(EntityHistory history, Calls calls) {
    this.history = history;
    this.calls = calls;
  }

  @SchemaMapping(typeName = "Entity")
  CompletableFuture<ChangeConnection> history(
      EntityView entity, @Argument int first, @Argument @Nullable String after) {
    EntityRef ref = entity.ref();
    PageRequest page = PageRequest.of(first, after);
    int length = page.serviceFirst(EntityHistory.LONGEST_PAGE);
    return calls.start(
        () -> {
          EntityHistory.Changes changes =
              history.history(ref.kind(), ref.namespace(), ref.name(), length, page.serviceAfter());
          return ChangeConnection.whole(
              Connection.of(page, changes.slice()).map(EntityChange::past));
        });
  }

  @SchemaMapping(typeName = "Entity")
  CompletableFuture<List<ProvenanceView>> provenance(EntityView entity) {
    EntityRef ref = entity.present("The origins of fields");
    return calls.start(() -> history.provenance(ref.kind(), ref.namespace(), ref.name()).fields());
  }

  @SchemaMapping(typeName = "Entity")
  CompletableFuture<List<OriginalView>> originals(EntityView entity) {
    EntityRef ref = entity.present("The original texts");
    return calls.start(
        () -> history.originals(ref.kind(), ref.namespace(), ref.name()).originals());
  }

  @SchemaMapping(typeName = "FieldProvenance")
  @Nullable OffsetDateTime observedAt(ProvenanceView field) {
    return utc(field.observedAt());
  }

  @SchemaMapping(typeName = "Disagreement", field = "observedAt")
  @Nullable OffsetDateTime disagreementObservedAt(ProvenanceView.Disagreement disagreement) {
    return utc(disagreement.observedAt());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
