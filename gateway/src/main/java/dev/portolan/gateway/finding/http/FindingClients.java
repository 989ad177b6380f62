package dev.portolan.gateway.finding.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FindingClients {

  @Bean
  CatalogFindings catalogFindings(ServiceClients clients) {
    return clients.client(Service.CATALOG, CatalogFindings.class);
  }
}
