package dev.portolan.gateway.change.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class ChangeConfiguration {

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  EntityChanges entityChanges(
      ChangeProperties properties, JsonMapper json, InstantSource clock, MeterRegistry meters) {
    return new EntityChanges(properties, json, clock, meters);
  }
}
