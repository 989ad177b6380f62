package dev.portolan.catalog.http;

import dev.portolan.catalog.dependency.past.HistoryUnavailableException;
import dev.portolan.catalog.intake.StoreUnavailableException;
import dev.portolan.catalog.paging.InvalidQueryException;
import dev.portolan.events.InvalidNameException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

/**
 * Says what went wrong as RFC 9457 has it, never with a stack trace. Comes before Spring's own
 * advice, which says of a body only that it cannot be read.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  @ExceptionHandler
  ProblemDetail invalid(InvalidQueryException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail invalid(InvalidNameException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
  }

  /** The reason of a body that cannot be read is often a name that breaks its rule. */
  @ExceptionHandler
  ProblemDetail unreadable(HttpMessageNotReadableException e) {
    Throwable cause = e.getMostSpecificCause();
    String reason =
        cause instanceof JacksonException jackson
            ? jackson.getOriginalMessage()
            : cause.getMessage();
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.BAD_REQUEST, "The body cannot be read: " + reason);
  }

  @ExceptionHandler
  ProblemDetail past(HistoryUnavailableException e) {
    log.warn("A question about the past was not answered: {}", e.getMessage());
    return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail progress(StoreUnavailableException e) {
    log.warn("A question was not answered: {}", e.getMessage());
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, e.getMessage() + "; try again");
  }

  @ExceptionHandler
  ProblemDetail store(Neo4jException e) {
    log.error("Neo4j did not answer a question: {}", e.getMessage());
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, "The graph cannot be read at the moment; try again");
  }
}
