package dev.portolan.search.query.http;

import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.Misses;
import dev.portolan.search.query.SearchRequest;
import dev.portolan.search.query.SearchResult;
import dev.portolan.search.query.dependency.Dependencies;
import dev.portolan.search.query.elasticsearch.ElasticsearchSearch;
import dev.portolan.search.query.scorecard.Standings;
import java.time.Clock;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Answers searches. */
@RestController
class SearchController {
  private final ElasticsearchSearch search;
  private final Dependencies dependencies;
  private final Standings standings;
  private final Misses misses = new Misses();
  private final Clock clock;

  SearchController(
      ElasticsearchSearch search, Dependencies dependencies, Standings standings, Clock clock) {
    this.search = search;
    this.dependencies = dependencies;
    this.standings = standings;
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
    SearchRequest asked = body.toRequest(clock.instant());
    SearchResult found = search.search(standings.resolve(dependencies.resolve(asked)));
    // Who pages or filters found something before.
    if (found.total() == 0 && asked.after() == null && body.isText() && !found.partial()) {
      misses.add(String.valueOf(body.text()), clock.instant());
    }
    return found;
  }

  @GetMapping("/api/searches/misses")
  List<Misses.Miss> misses(@RequestParam(defaultValue = "50") int first) {
    if (first < 1) {
      throw new InvalidSearchException("first", "first is " + first + "; it must be 1 at least.");
    }
    return misses.most(first);
  }

  @GetMapping("/api/count")
  Count count() {
    return new Count(search.count());
  }
}
