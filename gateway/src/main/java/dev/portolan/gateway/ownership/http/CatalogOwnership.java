package dev.portolan.gateway.ownership.http;

import dev.portolan.gateway.ownership.OwnershipAnswer;
import dev.portolan.gateway.ownership.OwnershipQuestion;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;

/** What catalog-service answers about ownership. */
public interface CatalogOwnership {

  @PostExchange("/api/ownership")
  OwnershipAnswer ownership(@RequestBody OwnershipQuestion question);
}
