package dev.portolan.search.query.http;

import dev.portolan.search.query.Dependencies;
import dev.portolan.search.query.DependenciesUnavailableException;
import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.SearchResult;
import dev.portolan.search.query.SearchUnavailableException;
import dev.portolan.search.query.elasticsearch.ElasticsearchSearch;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers searches. */
@RestController
class SearchController {
  private static final Logger log = LoggerFactory.getLogger(SearchController.class);

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

  @ExceptionHandler
  ProblemDetail invalid(InvalidSearchException e) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    problem.setProperty("field", e.field());
    problem.setProperty("at", e.at());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unresolved(DependenciesUnavailableException e) {
    log.warn("A search was not answered: {} ({})", e.getMessage(), String.valueOf(e.getCause()));
    return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unavailable(SearchUnavailableException e) {
    log.warn("A search was not answered: {} ({})", e.getMessage(), String.valueOf(e.getCause()));
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, "1")
        .body(
            ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE, e.getMessage() + " Try again in a moment."));
  }
}
