package dev.portolan.gateway.search.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchClients {

  @Bean
  EntitySearch entitySearch(ServiceClients clients) {
    EntitySearch atOnce = clients.client(Service.SEARCH, EntitySearch.class);
    EntitySearch waiting = clients.waitingClient(Service.SEARCH, EntitySearch.class);
    return question -> (question.minVersion().isEmpty() ? atOnce : waiting).search(question);
  }
}
