package dev.portolan.gateway.whatif.http;

import dev.portolan.gateway.whatif.DryRun;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.PostExchange;

/** What ingestion-service would do. */
public interface DryRuns {
  /** How many references a request names: they stand in its first line. */
  int MOST_RETRACTED = 50;

  /**
   * The documents are bytes, so that they are sent in UTF-8 whatever is usual for text. Most
   * questions retract nothing, and an empty list is a parameter that is missing.
   */
  @PostExchange(url = "/api/sources/{source}/what-if", contentType = "application/yaml")
  DryRun dryRun(
      @PathVariable String source,
      @RequestParam String mode,
      @RequestParam(required = false) List<String> retract,
      @RequestBody byte[] documents);
}
