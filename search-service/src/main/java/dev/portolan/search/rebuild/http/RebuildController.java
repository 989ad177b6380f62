package dev.portolan.search.rebuild.http;

import dev.portolan.search.rebuild.RebuildRunsException;
import dev.portolan.search.rebuild.RebuildStatus;
import dev.portolan.search.rebuild.Rebuilds;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Starts a rebuild of the index, and says how far it is. */
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

  @ExceptionHandler
  ProblemDetail runs(RebuildRunsException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }
}
