package dev.portolan.ingestion.history.http;

import dev.portolan.events.EntityRef;
import dev.portolan.ingestion.history.Restored;
import dev.portolan.ingestion.history.postgres.Restoration;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Brings back what was deleted. */
@RestController
class RestoreController {
  private final Restoration restoration;

  RestoreController(Restoration restoration) {
    this.restoration = restoration;
  }

  @PostMapping("/api/entities/{kind}/{namespace}/{name}/restore")
  Restored restore(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      InputStream body)
      throws IOException {
    return restoration.restore(
        new EntityRef(kind, namespace, name), WantedVersion.read(body).version());
  }
}
