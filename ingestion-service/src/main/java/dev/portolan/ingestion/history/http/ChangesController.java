package dev.portolan.ingestion.history.http;

import dev.portolan.ingestion.history.Page;
import dev.portolan.ingestion.history.postgres.ChangeLog;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What changed between two moments. */
@RestController
class ChangesController {
  private final ChangeLog log;

  ChangesController(ChangeLog log) {
    this.log = log;
  }

  @PostMapping("/api/history/changes")
  Page changes(InputStream body) throws IOException {
    ChangesRequest request = ChangesRequest.read(body);
    return log.page(request.span(), request.size(), request.position());
  }
}
