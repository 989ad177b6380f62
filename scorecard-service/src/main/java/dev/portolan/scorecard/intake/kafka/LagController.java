package dev.portolan.scorecard.intake.kafka;

import dev.portolan.scorecard.intake.Backlog;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says over HTTP how far this reader is behind the topic. */
@RestController
class LagController {
  private final IntakeLag lag;
  private final Backlog backlog;
  private final IntakeProperties properties;

  LagController(IntakeLag lag, Backlog backlog, IntakeProperties properties) {
    this.lag = lag;
    this.backlog = backlog;
    this.properties = properties;
  }

  /**
   * This reader's distance from the end of the topic.
   *
   * @param reader the service's name
   * @param records on the topic and not applied yet, and evaluations that applied ones call for
   */
  record Lag(String reader, long records) {}

  /** The topic first: what is applied between the two questions is then in the backlog. */
  @GetMapping("/api/lag")
  Lag lag() {
    long records = lag.records();
    return new Lag(properties.reader(), records + backlog.outstanding());
  }

  @ExceptionHandler
  ProblemDetail unknown(LagUnknownException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
  }
}
