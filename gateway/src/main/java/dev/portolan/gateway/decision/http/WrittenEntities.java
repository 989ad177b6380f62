package dev.portolan.gateway.decision.http;

import dev.portolan.events.EntityChanged;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** What entities are by the last word, which readers may not know yet. */
public interface WrittenEntities {
  @GetExchange("/api/entities/{kind}/{namespace}/{name}")
  EntityChanged entity(
      @PathVariable String kind, @PathVariable String namespace, @PathVariable String name);
}
