package dev.portolan.gateway.dryrun.http;

import dev.portolan.gateway.service.Service;
import dev.portolan.gateway.service.http.ServiceClients;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class DryRunClients {
  @Bean
  ScorecardDryRuns scorecardDryRuns(ServiceClients clients) {
    return clients.patientClient(Service.SCORECARD, ScorecardDryRuns.class);
  }

  @Bean
  PastStates pastStates(ServiceClients clients, JsonMapper json) {
    return new PastStates(clients.streams(), json, Clock.systemUTC());
  }
}
