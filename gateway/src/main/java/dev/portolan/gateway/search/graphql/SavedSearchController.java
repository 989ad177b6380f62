package dev.portolan.gateway.search.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.portal.Changed;
import dev.portolan.gateway.portal.http.Portal;
import dev.portolan.gateway.search.SavedSearch;
import dev.portolan.gateway.search.SearchFilter;
import dev.portolan.gateway.search.SearchOrder;
import dev.portolan.gateway.search.SearchQuestion;
import dev.portolan.gateway.search.http.EntitySearch;
import dev.portolan.gateway.service.Calls;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Keeps searches and forgets them. */
@Controller
class SavedSearchController {
  private final Portal portal;
  private final EntitySearch search;
  private final Calls calls;

  SavedSearchController(Portal portal, EntitySearch search, Calls calls) {
    this.portal = portal;
    this.search = search;
    this.calls = calls;
  }

  @MutationMapping
  CompletableFuture<Changed> saveSearch(@Argument SavedSearch input) {
    return calls.start(
        () -> {
          check(input.text());
          return portal.say(input.descriptor());
        });
  }

  /** Whoever saves what is refused when it is asked should be told now. */
  private void check(String text) {
    search.search(
        new SearchQuestion(
            text, SearchFilter.ALL, SearchOrder.RELEVANCE, 1, null, List.of(), null, false));
  }

  @MutationMapping
  CompletableFuture<Changed> forgetSearch(@Argument String ref) {
    EntityRef saved = SavedSearch.ref(ref);
    if (!saved.kind().equals(SavedSearch.KIND)) {
      throw new CodedException(ErrorCode.BAD_REQUEST, saved + " is no saved search.");
    }
    return calls.start(() -> portal.forget(saved));
  }
}
