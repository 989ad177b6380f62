package dev.portolan.gateway.fact.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FactClients {
  @Bean
  EntityFacts entityFacts(ServiceClients clients) {
    return clients.client(Service.INGESTION, EntityFacts.class);
  }
}
