package dev.portolan.gateway.entity.http;

import dev.portolan.gateway.entity.EntityView;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** What catalog-service answers about entities when it has waited for a version of them. */
public interface AwaitedEntities {

  @GetExchange("/api/entities/{kind}/{namespace}/{name}")
  EntityView entity(
      @PathVariable String kind,
      @PathVariable String namespace,
      @PathVariable String name,
      @RequestParam long minVersion);
}
