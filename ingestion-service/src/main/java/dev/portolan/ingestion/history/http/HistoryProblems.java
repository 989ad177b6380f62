package dev.portolan.ingestion.history.http;

import dev.portolan.ingestion.history.NotRestorableException;
import dev.portolan.ingestion.history.PurgedException;
import dev.portolan.ingestion.http.ApiException;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.annotation.Order;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what history no longer holds; before the advice that answers any exception. */
@RestControllerAdvice
@Order(0)
class HistoryProblems {

  @ExceptionHandler
  ProblemDetail purged(PurgedException purged) {
    return ApiException.gone(
            "No longer held",
            Objects.toString(purged.getMessage()) + " Ask for that moment or a later one.")
        .with(Map.of("earliest", purged.earliest()))
        .getBody();
  }

  @ExceptionHandler
  ProblemDetail notRestorable(NotRestorableException refused) {
    String detail = Objects.toString(refused.getMessage());
    return switch (refused.reason()) {
      case EXISTS -> ApiException.conflict(detail).getBody();
      case NEVER_EXISTED -> ApiException.notFound(detail).getBody();
      case NO_STATE ->
          ApiException.unprocessable("Nothing to restore", detail)
              .with(Map.of("held", refused.held()))
              .getBody();
      case NOT_HELD ->
          ApiException.gone("No longer held", detail)
              .with(Map.of("held", refused.held()))
              .getBody();
    };
  }
}
