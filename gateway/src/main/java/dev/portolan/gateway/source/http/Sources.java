package dev.portolan.gateway.source.http;

import dev.portolan.gateway.source.SourceView;
import dev.portolan.gateway.source.SyncView;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** What ingestion-service answers about sources. */
@HttpExchange("/api/sources")
public interface Sources {

  @GetExchange
  All all();

  @GetExchange("/{source}")
  SourceView source(@PathVariable String source);

  @GetExchange("/{source}/syncs")
  Newest syncs(@PathVariable String source, @RequestParam int first);

  @GetExchange("/{source}/syncs/{sync}")
  SyncView sync(@PathVariable String source, @PathVariable String sync);

  /** All sources, by name. */
  record All(List<SourceView> sources) {}

  /** The newest syncs, without their problems. */
  record Newest(List<SyncView> syncs) {}
}
