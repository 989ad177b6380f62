package dev.portolan.search.query.http;

import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.SearchResult;
import dev.portolan.search.query.SearchUnavailableException;
import dev.portolan.search.query.elasticsearch.ElasticsearchSearch;
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

  SearchController(ElasticsearchSearch search) {
    this.search = search;
  }

  /**
   * How much can be found.
   *
   * @param entities in the index
   */
  record Count(long entities) {}

  @PostMapping("/api/search")
  SearchResult search(@RequestBody SearchBody body) {
    return search.search(body.toRequest());
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
    return problem;
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
