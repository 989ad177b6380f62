package dev.portolan.gateway.entity.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EntityClients {

  @Bean
  CatalogEntities catalogEntities(ServiceClients clients) {
    return clients.client(Service.CATALOG, CatalogEntities.class);
  }

  @Bean
  AwaitedEntities awaitedEntities(ServiceClients clients) {
    return clients.waitingClient(Service.CATALOG, AwaitedEntities.class);
  }
}
