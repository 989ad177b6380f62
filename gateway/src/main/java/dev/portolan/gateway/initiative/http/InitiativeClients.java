package dev.portolan.gateway.initiative.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InitiativeClients {
  @Bean
  Initiatives initiatives(ServiceClients clients) {
    return clients.client(Service.SCORECARD, Initiatives.class);
  }
}
