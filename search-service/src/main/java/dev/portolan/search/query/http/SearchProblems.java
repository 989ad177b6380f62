package dev.portolan.search.query.http;

import dev.portolan.search.query.ConditionUnresolvedException;
import dev.portolan.search.query.InvalidSearchException;
import dev.portolan.search.query.SearchUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why a search has no answer. */
@RestControllerAdvice
class SearchProblems {
  private static final Logger log = LoggerFactory.getLogger(SearchProblems.class);

  @ExceptionHandler
  ProblemDetail invalid(InvalidSearchException e) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    problem.setProperty("field", e.field());
    problem.setProperty("at", e.at());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unresolved(ConditionUnresolvedException e) {
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
