package dev.portolan.gateway.ownership.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OwnershipClients {

  @Bean
  CatalogOwnership catalogOwnership(ServiceClients clients) {
    return clients.client(Service.CATALOG, CatalogOwnership.class);
  }
}
