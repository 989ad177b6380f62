package dev.portolan.gateway.impact.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImpactClients {

  @Bean
  CatalogImpact catalogImpact(ServiceClients clients) {
    CatalogImpact atOnce = clients.client(Service.CATALOG, CatalogImpact.class);
    CatalogImpact waiting = clients.waitingClient(Service.CATALOG, CatalogImpact.class);
    return question -> (question.minVersion().isEmpty() ? atOnce : waiting).impact(question);
  }
}
