package dev.portolan.gateway.history.http;

import dev.portolan.gateway.history.Restored;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What ingestion-service brings back. */
public interface Restoration {

  /** Restores a version; the last one before the deletion when the wish names none. */
  @PostExchange("/api/entities/{kind}/{namespace}/{name}/restore")
  Restored restore(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestBody Map<String, Long> wish);
}
