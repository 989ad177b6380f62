package dev.portolan.gateway.relation.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.relation.PathView;
import dev.portolan.gateway.relation.RelationDirection;
import dev.portolan.gateway.relation.RelationPage;
import dev.portolan.gateway.relation.RelationQuestion;
import dev.portolan.gateway.relation.http.CatalogRelations;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.RefusedException;
import graphql.schema.DataFetchingFieldSelectionSet;
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
  private final Calls calls;

  RelationController(CatalogRelations catalog, Calls calls) {
    this.catalog = catalog;
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
      DataLoader<RelationQuestion, RelationPage> relations) {
    if (entity.past() != null) {
      throw new CodedException(
          ErrorCode.NOT_AVAILABLE_YET,
          "Relations of the past are not available yet; ask for `spec`, which names them.");
    }
    PageRequest page = AskedPage.of(first, after, wanted);
    RelationQuestion question =
        new RelationQuestion(
            entity.ref(),
            type,
            direction == null ? RelationDirection.meantBy(type) : direction,
            page.serviceFirst(),
            page.serviceAfter());
    return relations
        .load(question)
        .thenApply(answer -> RelationConnection.of(Connection.of(page, answer.slice())));
  }

  @SchemaMapping(typeName = "RelationConnection")
  CompletableFuture<List<@Nullable EntityView>> nodes(
      RelationConnection connection, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.loadMany(connection.edges().stream().map(RelationEdge::ref).toList());
  }

  @SchemaMapping(typeName = "RelationEdge")
  CompletableFuture<@Nullable EntityView> node(
      RelationEdge edge, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(edge.ref());
  }

  @QueryMapping
  CompletableFuture<@Nullable PathView> path(@Argument String from, @Argument String to) {
    CatalogRelations.Ends ends =
        new CatalogRelations.Ends(EntityRef.parse(from), EntityRef.parse(to));
    return calls.start(() -> RefusedException.orNull(() -> catalog.path(ends)));
  }

  @SchemaMapping(typeName = "Path")
  CompletableFuture<List<@Nullable EntityView>> entities(
      PathView path, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.loadMany(path.refs());
  }
}
