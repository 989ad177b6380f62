package dev.portolan.gateway.source.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SourceClients {

  @Bean
  Sources sources(ServiceClients clients) {
    return clients.client(Service.INGESTION, Sources.class);
  }

  @Bean
  SyncDecisions syncDecisions(ServiceClients clients) {
    return clients.changingClient(Service.INGESTION, SyncDecisions.class);
  }
}
