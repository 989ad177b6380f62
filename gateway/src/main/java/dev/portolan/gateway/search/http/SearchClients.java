package dev.portolan.gateway.search.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SearchClients {

  @Bean
  EntitySearch entitySearch(ServiceClients clients) {
    return clients.client(Service.SEARCH, EntitySearch.class);
  }
}
