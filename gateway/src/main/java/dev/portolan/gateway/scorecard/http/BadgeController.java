package dev.portolan.gateway.scorecard.http;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.gateway.scorecard.Badge;
import dev.portolan.gateway.scorecard.ResultView;
import dev.portolan.gateway.scorecard.ScorecardView;
import dev.portolan.gateway.service.ServiceAwayException;
import dev.portolan.gateway.service.ServiceFailedException;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** How an entity stands, as a picture that a README shows. */
@RestController
class BadgeController {
  private static final MediaType SVG = MediaType.valueOf("image/svg+xml");

  /** Whoever shows pictures to many asks once a minute. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final Scorecards scorecards;

  BadgeController(Scorecards scorecards) {
    this.scorecards = scorecards;
  }

  @GetMapping("/badge/{kind}/{namespace}/{name}/{scorecard}.svg")
  ResponseEntity<String> badge(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @PathVariable String scorecard) {
    EntityRef entity = ref(kind + ":" + namespace + "/" + name);
    EntityRef standard = ref("scorecard:" + scorecard);
    ScorecardView view =
        scorecards.scorecards().scorecards().stream()
            .filter(each -> each.ref().equals(standard))
            .findFirst()
            .orElseThrow(
                () ->
                    new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no " + standard + "."));
    ResultView result =
        scorecards.results(new Scorecards.Refs(List.of(entity))).results().stream()
            .filter(each -> each.scorecard().equals(standard))
            .findFirst()
            .orElse(null);
    return ResponseEntity.ok()
        .contentType(SVG)
        .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
        // A picture runs nothing, whatever a title holds.
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .body(Badge.of(view, result).svg());
  }

  private static EntityRef ref(String text) {
    try {
      return EntityRef.parse(text);
    } catch (InvalidNameException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage());
    }
  }

  @ExceptionHandler
  ProblemDetail away(ServiceAwayException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(e.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail failed(ServiceFailedException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_GATEWAY, String.valueOf(e.getMessage()));
  }
}
