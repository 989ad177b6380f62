package dev.portolan.gateway.search.graphql;

import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.search.SavedSearch;
import dev.portolan.gateway.search.SearchFilter;
import dev.portolan.gateway.search.SearchOrder;
import dev.portolan.gateway.search.SearchQuestion;
import dev.portolan.gateway.search.http.EntitySearch;
import dev.portolan.gateway.search.http.PortalSource;
import dev.portolan.gateway.search.http.PortalSource.Changed;
import dev.portolan.gateway.service.Calls;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** Keeps searches and forgets them. */
@Controller
class SavedSearchController {
  private static final String UNCHANGED = "UNCHANGED";

  private final PortalSource portal;
  private final EntitySearch search;
  private final Calls calls;

  SavedSearchController(PortalSource portal, EntitySearch search, Calls calls) {
    this.portal = portal;
    this.search = search;
    this.calls = calls;
  }

  @MutationMapping
  CompletableFuture<Changed> saveSearch(@Argument SavedSearch input) {
    return calls.start(
        () -> {
          check(input.text());
          return portal.say(List.of(input.descriptor())).entities().getFirst();
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
    return calls.start(
        () -> {
          Changed changed = portal.retract(saved.kind(), saved.namespace(), saved.name());
          if (changed.change().equals(UNCHANGED)) {
            throw new CodedException(
                ErrorCode.BAD_REQUEST,
                saved
                    + " was not saved here, or is forgotten already; what a source describes is removed there.");
          }
          return changed;
        });
  }
}
