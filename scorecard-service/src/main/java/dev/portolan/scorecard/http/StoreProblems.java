package dev.portolan.scorecard.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A database that does not answer is said so, without its own words. */
@RestControllerAdvice
class StoreProblems {
  private static final Logger log = LoggerFactory.getLogger(StoreProblems.class);

  @ExceptionHandler
  ProblemDetail unavailable(DataAccessException e) {
    log.warn("PostgreSQL did not answer a question", e);
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, "The results cannot be read now; ask again later");
  }
}
