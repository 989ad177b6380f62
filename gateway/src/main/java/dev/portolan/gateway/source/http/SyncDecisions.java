package dev.portolan.gateway.source.http;

import dev.portolan.gateway.source.SyncView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What a person has ingestion-service do with a source. */
@HttpExchange("/api/sources/{source}")
public interface SyncDecisions {

  @PostExchange("/sync")
  Begun start(@PathVariable String source);

  @PostExchange("/syncs/{sync}/approve")
  SyncView approve(@PathVariable String source, @PathVariable String sync);

  @PostExchange("/syncs/{sync}/reject")
  SyncView reject(@PathVariable String source, @PathVariable String sync);

  /** The number of a sync that begins. */
  record Begun(String sync) {}
}
