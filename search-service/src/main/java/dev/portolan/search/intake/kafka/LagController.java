package dev.portolan.search.intake.kafka;

import dev.portolan.search.intake.Projection;
import dev.portolan.search.intake.StoreUnavailableException;
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
  private final Projection projection;

  LagController(IntakeLag lag, IntakeProperties properties, Projection projection) {
    this.lag = lag;
    this.properties = properties;
    this.projection = projection;
  }

  /**
   * This reader's distance from the end of the topic.
   *
   * @param reader the service's name
   * @param records on the topic and not found yet
   */
  record Lag(String reader, long records) {}

  /** Whoever is told 0 may search and finds: so what was written is made visible before. */
  @GetMapping("/api/lag")
  Lag lag() {
    long records = lag.records();
    if (records == 0) {
      projection.makeVisible();
    }
    return new Lag(properties.reader(), records);
  }

  @ExceptionHandler({LagUnknownException.class, StoreUnavailableException.class})
  ProblemDetail unknown(RuntimeException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, e.getMessage());
  }
}
