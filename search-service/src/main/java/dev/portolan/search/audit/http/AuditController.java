package dev.portolan.search.audit.http;

import dev.portolan.search.audit.Audit;
import dev.portolan.search.audit.AuditRunsException;
import dev.portolan.search.audit.Audits;
import dev.portolan.search.indexing.HeldVersions;
import dev.portolan.search.intake.Replay;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Compares the index with the topic. */
@RestController
class AuditController {
  private final Audits audits;

  AuditController(Replay.Source topic, @Qualifier("liveVersions") HeldVersions index) {
    this.audits = new Audits(topic, index);
  }

  /** Answers when it is done: after about as long as the topic takes to be read. */
  @PostMapping("/api/projection/audit")
  Audit audit() throws InterruptedException {
    return audits.run();
  }

  @ExceptionHandler
  ProblemDetail runs(AuditRunsException e) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, e.getMessage());
  }
}
