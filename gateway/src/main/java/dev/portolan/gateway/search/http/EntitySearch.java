package dev.portolan.gateway.search.http;

import dev.portolan.gateway.search.SearchAnswer;
import dev.portolan.gateway.search.SearchQuestion;
import dev.portolan.gateway.search.Suggestion;
import java.util.List;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What search-service answers. */
public interface EntitySearch {
  /** The longest page of hits. */
  int LONGEST_PAGE = 100;

  @PostExchange("/api/search")
  SearchAnswer search(@RequestBody SearchQuestion question);

  @GetExchange("/api/suggestions")
  List<Suggestion> suggestions(@RequestParam String text, @RequestParam int first);
}
