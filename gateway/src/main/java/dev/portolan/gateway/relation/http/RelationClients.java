package dev.portolan.gateway.relation.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RelationClients {

  @Bean
  CatalogRelations catalogRelations(ServiceClients clients) {
    return clients.client(Service.CATALOG, CatalogRelations.class);
  }
}
