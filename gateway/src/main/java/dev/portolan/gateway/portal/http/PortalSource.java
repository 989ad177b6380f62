package dev.portolan.gateway.portal.http;

import dev.portolan.gateway.portal.Changed;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.PostExchange;

/** The source that speaks for the people who use the portal. */
interface PortalSource {
  @PostExchange("/api/sources/portal/entities")
  Taken say(@RequestBody List<Map<String, Object>> descriptors);

  @DeleteExchange("/api/sources/portal/entities/{kind}:{namespace}/{name}")
  Changed retract(
      @PathVariable String kind, @PathVariable String namespace, @PathVariable String name);

  /** What became of the entities of descriptors, in their order. */
  record Taken(List<Changed> entities) {}
}
