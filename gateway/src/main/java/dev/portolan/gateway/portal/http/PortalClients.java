package dev.portolan.gateway.portal.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PortalClients {
  @Bean
  Portal portal(ServiceClients clients) {
    return new Portal(clients.changingClient(Service.INGESTION, PortalSource.class));
  }
}
