package dev.portolan.gateway.history.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.answer.Notes;
import dev.portolan.gateway.change.EntityChange;
import dev.portolan.gateway.history.ChangesQuestion;
import dev.portolan.gateway.history.Surroundings;
import dev.portolan.gateway.history.http.CatalogSurroundings;
import dev.portolan.gateway.history.http.ChangeLog;
import dev.portolan.gateway.history.http.EntityHistory;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.Service;
import graphql.schema.DataFetchingFieldSelectionSet;
import java.time.OffsetDateTime;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What changed between two moments, everywhere or around an entity. */
@Controller
class ChangesController {
  private final ChangeLog log;
  private final CatalogSurroundings catalog;
  private final Calls calls;

  ChangesController(ChangeLog log, CatalogSurroundings catalog, Calls calls) {
    this.log = log;
    this.catalog = catalog;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<ChangeConnection> changes(
      @Argument OffsetDateTime from,
      @Argument OffsetDateTime to,
      @Argument @Nullable String ref,
      @Argument @Nullable Integer within,
      @Argument @Nullable Boolean below,
      @Argument int first,
      @Argument @Nullable String after,
      DataFetchingFieldSelectionSet wanted,
      @ContextValue Notes notes) {
    PageRequest page = AskedPage.of(first, after, wanted);
    CatalogSurroundings.Question around =
        around(ref, within == null ? 0 : within, Boolean.TRUE.equals(below));
    return calls.start(
        () -> {
          Surroundings meant = around == null ? null : meantBy(around, notes);
          ChangesQuestion question =
              new ChangesQuestion(
                  from.toInstant(),
                  to.toInstant(),
                  meant == null ? null : meant.refs(),
                  page.serviceFirst(EntityHistory.LONGEST_PAGE),
                  page.serviceAfter());
          Connection<EntityChange> changes =
              Connection.of(page, log.changes(question).slice()).map(EntityChange::past);
          return meant == null
              ? ChangeConnection.whole(changes)
              : new ChangeConnection(changes, meant.complete(), meant.incompleteReason());
        });
  }

  private static CatalogSurroundings.@Nullable Question around(
      @Nullable String ref, int within, boolean below) {
    if (ref == null && (within != 0 || below)) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST, "`within` and `below` start from an entity: say which as `ref`.");
    }
    if (within != 0 && below) {
      throw new CodedException(
          ErrorCode.BAD_REQUEST,
          "`within` looks around an entity and `below` at its parts: ask for one of them.");
    }
    return ref == null
        ? null
        : new CatalogSurroundings.Question(EntityRef.parse(ref), within, below);
  }

  /** An entity alone need not exist any more, and no service need be asked for it. */
  private Surroundings meantBy(CatalogSurroundings.Question around, Notes notes) {
    if (around.hops() == 0 && !around.below()) {
      return Surroundings.alone(around.ref());
    }
    Surroundings meant = catalog.surroundings(around);
    if (!meant.complete()) {
      notes.incomplete(
          Service.CATALOG, "the changes around " + around.ref() + ": " + meant.incompleteReason());
    }
    return meant;
  }
}
