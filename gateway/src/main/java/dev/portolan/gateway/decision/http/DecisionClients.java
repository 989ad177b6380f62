package dev.portolan.gateway.decision.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DecisionClients {
  @Bean
  WrittenEntities writtenEntities(ServiceClients clients) {
    return clients.client(Service.INGESTION, WrittenEntities.class);
  }
}
