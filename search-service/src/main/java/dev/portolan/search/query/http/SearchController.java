package dev.portolan.search.query.http;

import dev.portolan.search.query.Dependencies;
import dev.portolan.search.query.SearchResult;
import dev.portolan.search.query.elasticsearch.ElasticsearchSearch;
import java.time.Clock;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers searches. */
@RestController
class SearchController {
  private final ElasticsearchSearch search;
  private final Dependencies dependencies;
  private final Clock clock;

  SearchController(ElasticsearchSearch search, Dependencies dependencies, Clock clock) {
    this.search = search;
    this.dependencies = dependencies;
    this.clock = clock;
  }

  /**
   * How much can be found.
   *
   * @param entities in the index
   */
  record Count(long entities) {}

  @PostMapping("/api/search")
  SearchResult search(@RequestBody SearchBody body) {
    return search.search(dependencies.resolve(body.toRequest(clock.instant())));
  }

  @GetMapping("/api/count")
  Count count() {
    return new Count(search.count());
  }
}
