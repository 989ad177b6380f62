package dev.portolan.catalog.rebuild.http;

import dev.portolan.catalog.intake.StoreUnavailableException;
import dev.portolan.catalog.rebuild.Audit;
import dev.portolan.catalog.rebuild.RebuildRunsException;
import dev.portolan.catalog.rebuild.RebuildStatus;
import dev.portolan.catalog.rebuild.Rebuilds;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts a rebuild of the graph, says how far it is, and compares the graph with the topic. */
@RestController
class RebuildController {
  private static final String PATH = "/api/projection/rebuild";

  private final Rebuilds rebuilds;

  RebuildController(Rebuilds rebuilds) {
    this.rebuilds = rebuilds;
  }

  @PostMapping(PATH)
  ResponseEntity<RebuildStatus> start() {
    return ResponseEntity.accepted().location(URI.create(PATH)).body(rebuilds.start());
  }

  @GetMapping(PATH)
  RebuildStatus status() {
    return rebuilds.status();
  }

  /** Answers when it is done: after about as long as a rebuild takes, at most half an hour. */
  @PostMapping("/api/projection/audit")
  Audit audit() throws InterruptedException {
    return rebuilds.audit();
  }

  @ExceptionHandler
  ProblemDetail runs(RebuildRunsException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail away(StoreUnavailableException e) {
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.SERVICE_UNAVAILABLE, e.getMessage() + "; try again");
  }
}
