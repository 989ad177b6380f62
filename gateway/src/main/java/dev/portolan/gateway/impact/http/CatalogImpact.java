package dev.portolan.gateway.impact.http;

import dev.portolan.gateway.impact.ImpactAnswer;
import dev.portolan.gateway.impact.ImpactQuestion;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What catalog-service answers about impact. */
public interface CatalogImpact {

  @PostExchange("/api/impact")
  ImpactAnswer impact(@RequestBody ImpactQuestion question);
}
