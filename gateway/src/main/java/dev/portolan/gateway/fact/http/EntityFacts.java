package dev.portolan.gateway.fact.http;

import dev.portolan.gateway.fact.FactView;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** What ingestion-service answers about the facts of an entity. */
public interface EntityFacts {
  @GetExchange("/api/entities/{kind}/{namespace}/{name}/facts")
  Facts facts(@PathVariable String kind, @PathVariable String namespace, @PathVariable String name);

  /** Those that are not withdrawn, by name. */
  record Facts(List<FactView> facts) {}
}
