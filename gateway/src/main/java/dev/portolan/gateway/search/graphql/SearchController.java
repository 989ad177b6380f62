package dev.portolan.gateway.search.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.Notes;
import dev.portolan.gateway.entity.EntityView;
import dev.portolan.gateway.entity.RefVersion;
import dev.portolan.gateway.paging.Connection;
import dev.portolan.gateway.paging.PageRequest;
import dev.portolan.gateway.paging.graphql.AskedPage;
import dev.portolan.gateway.search.SavedSearch;
import dev.portolan.gateway.search.SearchAnswer;
import dev.portolan.gateway.search.SearchFilter;
import dev.portolan.gateway.search.SearchOrder;
import dev.portolan.gateway.search.SearchQuestion;
import dev.portolan.gateway.search.Suggestion;
import dev.portolan.gateway.search.http.EntitySearch;
import dev.portolan.gateway.service.Calls;
import dev.portolan.gateway.service.Service;
import graphql.schema.DataFetchingFieldSelectionSet;
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
class SearchController {
  private final EntitySearch search;
  private final Calls calls;

  SearchController(EntitySearch search, Calls calls) {
    this.search = search;
    this.calls = calls;
  }

  @QueryMapping
  CompletableFuture<SearchConnection> search(
      @Argument String text,
      @Argument @Nullable SearchFilter filter,
      @Argument SearchOrder orderBy,
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable List<RefVersion.Input> minVersion,
      @Argument @Nullable String viewer,
      @Argument @Nullable String saved,
      DataFetchingFieldSelectionSet wanted,
      DataLoader<EntityRef, @Nullable EntityView> entities,
      @ContextValue Notes notes) {
    PageRequest page = AskedPage.of(first, after, wanted);
    SearchQuestion question =
        new SearchQuestion(
            text,
            filter == null ? SearchFilter.ALL : filter,
            orderBy,
            page.serviceFirst(EntitySearch.LONGEST_PAGE),
            page.serviceAfter(),
            RefVersion.of(minVersion),
            viewer,
            wanted.contains("nodes/explanation") || wanted.contains("edges/node/explanation"));
    if (saved == null) {
      return calls.start(() -> ask(question, page, notes));
    }
    EntityRef ref = SavedSearch.ref(saved);
    return entities
        .load(ref)
        .thenApply(entity -> question.under(SavedSearch.textOf(ref, entity)))
        .thenCompose(both -> calls.start(() -> ask(both, page, notes)));
  }

  private SearchConnection ask(SearchQuestion question, PageRequest page, Notes notes) {
    SearchAnswer answer = search.search(question);
    if (answer.stale()) {
      notes.stale(Service.SEARCH, "the hits are older than `minVersion` asks");
    }
    if (answer.partial()) {
      notes.incomplete(
          Service.SEARCH, "the index ran out of time: hits, total and counts may be too few");
    }
    return new SearchConnection(
        Connection.of(page, answer.slice()), answer.facets(), answer.didYouMean());
  }

  @QueryMapping
  CompletableFuture<List<Suggestion>> suggestions(@Argument String text, @Argument int first) {
    return calls.start(() -> first == 0 ? List.of() : search.suggestions(text, first));
  }

  @SchemaMapping(typeName = "SearchHit")
  CompletableFuture<@Nullable EntityView> entity(
      SearchAnswer.Hit hit, DataLoader<EntityRef, @Nullable EntityView> entities) {
    return entities.load(hit.ref());
  }
}
