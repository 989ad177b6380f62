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

  @Bean
  Standings standings(ServiceClients clients) {
    return clients.client(Service.SCORECARD, Standings.class);
  }

  @Bean
  ScorecardCheck scorecardCheck(ServiceClients clients) {
    return clients.client(Service.SCORECARD, ScorecardCheck.class);
  }
}
