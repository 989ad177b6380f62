package dev.portolan.gateway.initiative.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.initiative.InitiativeView;
import dev.portolan.gateway.initiative.OpenEntity;
import dev.portolan.gateway.initiative.http.Initiatives;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.scorecard.Day;
import dev.portolan.gateway.scorecard.Place;
import dev.portolan.gateway.scorecard.RollUpBy;
import dev.portolan.gateway.scorecard.http.Standings;
import dev.portolan.gateway.service.Calls;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Mono;

@Controller
class InitiativeController {
  private static final String PLURAL = "initiatives";
  private static final List<String> LEVELS = List.of(InitiativeView.DONE);

  private final Initiatives initiatives;
  private final Standings standings;
  private final Calls calls;

  InitiativeController(
      BatchLoaderRegistry loaders, Initiatives initiatives, Standings standings, Calls calls) {
    this.initiatives = initiatives;
    this.standings = standings;
    this.calls = calls;
    loaders
        .forTypePair(EntityRef.class, InitiativeView.class)
        .registerMappedBatchLoader((refs, env) -> Mono.fromFuture(calls.start(this::all)));
  }

  private Map<EntityRef, InitiativeView> all() {
    return initiatives.initiatives().initiatives().stream()
        .collect(Collectors.toMap(InitiativeView::ref, Function.identity()));
  }

  @QueryMapping
  CompletableFuture<List<InitiativeView>> initiatives() {
    return calls.start(() -> initiatives.initiatives().initiatives());
  }

  @QueryMapping
  CompletableFuture<@Nullable InitiativeView> initiative(
      @Argument String ref, DataLoader<EntityRef, @Nullable InitiativeView> initiatives) {
    return initiatives.load(InitiativeView.ref(ref));
  }

  @SchemaMapping(typeName = "Initiative")
  CompletableFuture<@Nullable EntityView> owner(
      InitiativeView initiative, DataLoader<EntityRef, @Nullable EntityView> entities) {
    EntityRef owner = initiative.owner();
    return owner == null ? CompletableFuture.completedFuture(null) : entities.load(owner);
  }

  @SchemaMapping(typeName = "Initiative")
  @Nullable EntityRef ownerRef(InitiativeView initiative) {
    return initiative.owner();
  }

  @SchemaMapping(typeName = "Initiative")
  @Nullable OffsetDateTime start(InitiativeView initiative) {
    return utc(initiative.start());
  }

  @SchemaMapping(typeName = "Initiative")
  @Nullable OffsetDateTime deadline(InitiativeView initiative) {
    return utc(initiative.deadline());
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  @SchemaMapping(typeName = "Initiative")
  CompletableFuture<List<Place>> rollUp(InitiativeView initiative, @Argument RollUpBy by) {
    EntityRef ref = initiative.ref();
    return calls.start(() -> standings.rollUp(PLURAL, ref.namespace(), ref.name(), by).in(LEVELS));
  }

  @SchemaMapping(typeName = "Initiative")
  CompletableFuture<List<Day>> trend(InitiativeView initiative, @Argument int days) {
    EntityRef ref = initiative.ref();
    return calls.start(() -> standings.trend(PLURAL, ref.namespace(), ref.name(), days).in(LEVELS));
  }

  @SchemaMapping(typeName = "Initiative")
  CompletableFuture<Connection<OpenEntity>> openEntities(
      InitiativeView initiative,
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable String owner,
      DataFetchingFieldSelectionSet wanted) {
    EntityRef ref = initiative.ref();
    String of =
        owner == null
            ? null
            : EntityRef.parse(owner, "group", EntityRef.DEFAULT_NAMESPACE).toString();
    PageRequest page = AskedPage.of(first, after, wanted);
    return calls.start(
        () ->
            Connection.of(
                page,
                initiatives
                    .open(ref.namespace(), ref.name(), page.serviceFirst(), page.serviceAfter(), of)
                    .slice()));
  }

  @SchemaMapping(typeName = "OpenEntity")
  EntityRef ref(OpenEntity open) {
    return open.entity();
  }

  @SchemaMapping(typeName = "OpenEntity")
  CompletableFuture<@Nullable EntityView> entity(
      OpenEntity open, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(open.entity());
  }

  @SchemaMapping(typeName = "OpenEntity")
  List<EntityRef> ownerRefs(OpenEntity open) {
    return open.owners();
  }

  @SchemaMapping(typeName = "OpenEntity")
  CompletableFuture<List<@Nullable EntityView>> owners(
      OpenEntity open, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.loadMany(open.owners());
  }
}
