package dev.portolan.catalog.intake.kafka;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says over HTTP how far this reader is behind the topic. */
@RestController
class LagController {
  private final IntakeLag lag;
  private final IntakeProperties properties;

  LagController(IntakeLag lag, IntakeProperties properties) {
    this.lag = lag;
    this.properties = properties;
  }

  /**
   * This reader's distance from the end of the topic.
   *
   * @param reader the service's name
   * @param records on the topic and not applied yet
   */
  record Lag(String reader, long records) {}

  @GetMapping("/api/lag")
  Lag lag() {
    return new Lag(properties.reader(), lag.records());
  }

  @ExceptionHandler
  ProblemDetail unknown(LagUnknownException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
  }
}
