package dev.portolan.gateway.impact.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.answer.Notes;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.entity.RefVersion;
import dev.portolan.gateway.impact.ImpactAnswer;
import dev.portolan.gateway.impact.ImpactFilter;
import dev.portolan.gateway.impact.ImpactQuestion;
import dev.portolan.gateway.impact.ImpactView;
import dev.portolan.gateway.impact.http.CatalogImpact;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.RefusedException;
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
class ImpactController {
  private final CatalogImpact catalog;
  private final Calls calls;

  ImpactController(CatalogImpact catalog, Calls calls) {
    this.catalog = catalog;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<ImpactView> impact(
      @Argument String ref,
      @Argument ImpactQuestion.Direction direction,
      @Argument @Nullable Integer maxDepth,
      @Argument @Nullable List<String> relationTypes,
      @Argument @Nullable ImpactFilter filter,
      @Argument @Nullable OffsetDateTime asOf,
      @Argument @Nullable List<RefVersion.Input> minVersion,
      DataFetchingFieldSelectionSet fields,
      @ContextValue Notes notes) {
    if (asOf != null && minVersion != null && !minVersion.isEmpty()) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST,
          "`minVersion` waits for the present and `asOf` looks at the past: ask for one of them.");
    }
    PageRequest page = AskedPage.below(fields, "entities");
    ImpactQuestion question =
        new ImpactQuestion(
            EntityRef.parse(ref),
            direction,
            maxDepth,
            relationTypes,
            filter,
            AskedRollUps.of(fields, ""),
            AskedOwners.of(fields, "owners"),
            asOf == null ? null : asOf.toInstant(),
            RefVersion.of(minVersion),
            page.serviceFirst(),
            page.serviceAfter());
    return calls.start(() -> ask(question, notes));
  }

  @SchemaMapping(typeName = "Entity", field = "impact")
  CompletableFuture<ImpactView> impactOfEntity(
      EntityView entity,
      @Argument ImpactQuestion.Direction direction,
      @Argument @Nullable Integer maxDepth,
      @Argument @Nullable ImpactFilter filter,
      DataFetchingFieldSelectionSet fields,
      @ContextValue Notes notes) {
    PageRequest page = AskedPage.below(fields, "entities");
    ImpactQuestion question =
        new ImpactQuestion(
            entity.ref(),
            direction,
            maxDepth,
            null,
            filter,
            AskedRollUps.of(fields, ""),
            AskedOwners.of(fields, "owners"),
            entity.past() == null ? null : entity.past().at(),
            List.of(),
            page.serviceFirst(),
            page.serviceAfter());
    return calls.start(() -> ask(question, notes));
  }

  @SchemaMapping(typeName = "Impact")
  CompletableFuture<Connection<ImpactAnswer.Impacted>> entities(
      ImpactView impact,
      @Argument int first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet wanted,
      @ContextValue Notes notes) {
    PageRequest page = AskedPage.of(first, after, wanted);
    ImpactQuestion question = impact.question().page(page.serviceFirst(), page.serviceAfter());
    return question.equals(impact.question())
        ? CompletableFuture.completedFuture(Connection.of(page, impact.answer().slice()))
        : calls.start(
            () -> Connection.of(page, ask(question.entitiesOnly(), notes).answer().slice()));
  }

  @SchemaMapping(typeName = "Impact")
  List<ImpactAnswer.AffectedOwner> owners(ImpactView impact, @Argument int first) {
    List<ImpactAnswer.AffectedOwner> owners = impact.answer().owners();
    return owners.subList(0, Math.min(first, owners.size()));
  }

  @SchemaMapping(typeName = "AffectedOwner", field = "entity")
  CompletableFuture<@Nullable EntityView> owner(
      ImpactAnswer.AffectedOwner owner, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(owner.ref());
  }

  @SchemaMapping(typeName = "ImpactedEntity")
  CompletableFuture<@Nullable EntityView> entity(
      ImpactAnswer.Impacted impacted, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(impacted.ref());
  }

  private ImpactView ask(ImpactQuestion question, Notes notes) {
    ImpactAnswer answer = answerTo(question, notes);
    if (answer.stale()) {
      notes.stale(
          Service.CATALOG, "the impact of " + answer.root() + " is older than `minVersion` asks");
    }
    if (!answer.complete()) {
      notes.incomplete(
          Service.CATALOG, "the impact of " + answer.root() + ": " + answer.incompleteReason());
    }
    return new ImpactView(question, answer);
  }

  /** What is not there has perhaps not arrived: the versions that were asked for may be its own. */
  private ImpactAnswer answerTo(ImpactQuestion question, Notes notes) {
    try {
      return catalog.impact(question);
    } catch (RefusedException e) {
      if (e.isNotFound() && !question.minVersion().isEmpty()) {
        notes.stale(
            Service.CATALOG,
            question.ref() + " is not there, and the versions that were asked for perhaps neither");
      }
      throw e;
    }
  }
}
