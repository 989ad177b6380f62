package dev.portolan.gateway.whatif.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WhatIfClients {

  @Bean
  DryRuns dryRuns(ServiceClients clients) {
    return clients.client(Service.INGESTION, DryRuns.class);
  }

  @Bean
  GraphWhatIf graphWhatIf(ServiceClients clients) {
    return clients.client(Service.CATALOG, GraphWhatIf.class);
  }

  @Bean
  ScorecardWhatIf scorecardWhatIf(ServiceClients clients) {
    return clients.client(Service.SCORECARD, ScorecardWhatIf.class);
  }
}
