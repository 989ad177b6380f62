package dev.portolan.gateway.relation.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.entity.PastEntities;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.relation.PathView;
import dev.portolan.gateway.relation.RelationDirection;
import dev.portolan.gateway.relation.RelationQuestion;
import dev.portolan.gateway.relation.RelationsAt;
import dev.portolan.gateway.relation.ShortestPaths;
import dev.portolan.gateway.relation.http.CatalogRelations;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.RefusedException;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

@Controller
class RelationController {
  private final CatalogRelations catalog;
  private final PastEntities past;
  private final Calls calls;

  RelationController(CatalogRelations catalog, PastEntities past, Calls calls) {
    this.catalog = catalog;
    this.past = past;
    this.calls = calls;
  }

  @SchemaMapping(typeName = "Entity")
  CompletableFuture<RelationConnection> relations(
      EntityView entity,
      @Argument @Nullable String type,
      @Argument @Nullable RelationDirection direction,
      @Argument int first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet wanted,
      DataLoader<RelationsAt, ComingPage> relations) {
    Instant asOf = entity.past() == null ? null : entity.past().at();
    PageRequest page = AskedPage.of(first, after, wanted);
    RelationQuestion question =
        new RelationQuestion(
            entity.ref(),
            type,
            direction == null ? RelationDirection.meantBy(type) : direction,
            page.serviceFirst(),
            page.serviceAfter());
    return relations
        .load(new RelationsAt(question, asOf))
        .thenCompose(ComingPage::page)
        .thenApply(answer -> RelationConnection.of(Connection.of(page, answer.slice()), asOf));
  }

  @SchemaMapping(typeName = "RelationConnection")
  CompletableFuture<List<@Nullable EntityView>> nodes(
      RelationConnection connection, DataLoader<EntityRef, @Nullable EntityView> entities) {
    List<CompletableFuture<@Nullable EntityView>> nodes =
        connection.edges().stream().map(edge -> node(edge, entities)).toList();
    return CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new))
        .thenApply(all -> nodes.stream().map(CompletableFuture::join).toList());
  }

  @SchemaMapping(typeName = "RelationEdge")
  CompletableFuture<@Nullable EntityView> node(
      RelationEdge edge, DataLoader<EntityRef, @Nullable EntityView> entities) {
    Instant asOf = edge.asOf();
    return asOf == null
        ? entities.load(edge.ref())
        : calls.start(() -> past.asOf(edge.ref(), asOf));
  }

  @QueryMapping
  CompletableFuture<@Nullable PathView> path(
      @Argument String from, @Argument String to, @Argument @Nullable OffsetDateTime asOf) {
    CatalogRelations.Ends ends =
        new CatalogRelations.Ends(EntityRef.parse(from), EntityRef.parse(to), instant(asOf));
    return calls.start(() -> RefusedException.orNull(() -> catalog.path(ends)));
  }

  @QueryMapping
  CompletableFuture<@Nullable ShortestPaths> paths(
      @Argument String from,
      @Argument String to,
      @Argument int first,
      @Argument @Nullable OffsetDateTime asOf) {
    CatalogRelations.AllEnds ends =
        new CatalogRelations.AllEnds(
            EntityRef.parse(from), EntityRef.parse(to), Math.max(1, first), instant(asOf));
    return calls.start(() -> RefusedException.orNull(() -> catalog.paths(ends)));
  }

  @SchemaMapping(typeName = "ShortestPaths", field = "paths")
  List<PathView> named(ShortestPaths paths) {
    return paths.views();
  }

  @SchemaMapping(typeName = "Path")
  CompletableFuture<List<@Nullable EntityView>> entities(
      PathView path, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.loadMany(path.refs());
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }
}
