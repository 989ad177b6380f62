package dev.portolan.gateway.source.graphql;

import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.RefusedException;
import dev.portolan.gateway.source.SourceView;
import dev.portolan.gateway.source.SyncView;
import dev.portolan.gateway.source.SyncView.SyncProblem;
import dev.portolan.gateway.source.SyncView.WouldRetract;
import dev.portolan.gateway.source.http.Sources;
import dev.portolan.gateway.source.http.SyncDecisions;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class SourceController {
  private final Sources sources;
  private final SyncDecisions decisions;
  private final Calls calls;

  SourceController(Sources sources, SyncDecisions decisions, Calls calls) {
    this.sources = sources;
    this.decisions = decisions;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<List<SourceView>> sources() {
    return calls.start(() -> sources.all().sources());
  }

  @QueryMapping
  CompletableFuture<@Nullable SourceView> source(@Argument String name) {
    return calls.start(() -> RefusedException.orNull(() -> sources.source(name)));
  }

  @SchemaMapping(typeName = "Source")
  CompletableFuture<List<SyncView>> syncs(SourceView source, @Argument int first) {
    return calls.start(() -> sources.syncs(source.name(), first).syncs());
  }

  @SchemaMapping(typeName = "Source")
  CompletableFuture<@Nullable SyncView> sync(SourceView source, @Argument String id) {
    return calls.start(() -> RefusedException.orNull(() -> sources.sync(source.name(), id)));
  }

  @SchemaMapping(typeName = "Sync")
  CompletableFuture<List<SyncProblem>> problems(SyncView sync) {
    return ofWhole(sync, whole -> Objects.requireNonNullElse(whole.problems(), List.of()));
  }

  @SchemaMapping(typeName = "Sync")
  CompletableFuture<List<String>> notes(SyncView sync) {
    return ofWhole(sync, whole -> Objects.requireNonNullElse(whole.notes(), List.of()));
  }

  @SchemaMapping(typeName = "Sync")
  CompletableFuture<@Nullable WouldRetract> wouldRetract(SyncView sync) {
    return ofWhole(sync, SyncView::wouldRetract);
  }

  @MutationMapping
  CompletableFuture<SyncView> startSync(@Argument String source) {
    return calls.start(() -> sources.sync(source, decisions.start(source).sync()));
  }

  @MutationMapping
  CompletableFuture<SyncView> approveSync(@Argument String source, @Argument String id) {
    return calls.start(() -> decisions.approve(source, id));
  }

  @MutationMapping
  CompletableFuture<SyncView> rejectSync(@Argument String source, @Argument String id) {
    return calls.start(() -> decisions.reject(source, id));
  }

  /** A list of syncs has no problems, which may be a thousand for each of them. */
  private <T extends @Nullable Object> CompletableFuture<T> ofWhole(
      SyncView sync, Function<SyncView, T> part) {
    return sync.isWhole()
        ? CompletableFuture.completedFuture(part.apply(sync))
        : calls.start(() -> part.apply(sources.sync(sync.source(), sync.id())));
  }
}
