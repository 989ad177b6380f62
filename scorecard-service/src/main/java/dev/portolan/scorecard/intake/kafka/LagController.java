package dev.portolan.scorecard.intake.kafka;

import dev.portolan.scorecard.intake.Backlog;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says over HTTP how far this reader is behind the topic. */
@RestController
class LagController {
  private final List<IntakeLag> lags;
  private final Backlog backlog;
  private final IntakeProperties properties;

  LagController(List<IntakeLag> lags, Backlog backlog, IntakeProperties properties) {
    this.lags = lags;
    this.backlog = backlog;
    this.properties = properties;
  }

  /**
   * This reader's distance from the ends of the topics.
   *
   * @param reader the service's name
   * @param records on the topics and not applied yet, and evaluations that applied ones call for
   */
  record Lag(String reader, long records) {}

  /** The topics first: what is applied between the two questions is then in the backlog. */
  @GetMapping("/api/lag")
  Lag lag() {
    long records = lags.stream().mapToLong(IntakeLag::records).sum();
    return new Lag(properties.reader(), records + backlog.outstanding());
  }

  @ExceptionHandler
  ProblemDetail unknown(LagUnknownException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
  }
}
