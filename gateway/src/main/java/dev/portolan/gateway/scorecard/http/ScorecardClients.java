package dev.portolan.gateway.scorecard.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ScorecardClients {

  @Bean
  Scorecards scorecards(ServiceClients clients) {
    return clients.client(Service.SCORECARD, Scorecards.class);
  }
}
