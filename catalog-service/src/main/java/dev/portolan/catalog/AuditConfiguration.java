package dev.portolan.catalog;

import dev.portolan.catalog.intake.Positions;
import dev.portolan.catalog.intake.Replay;
import dev.portolan.catalog.neo4j.Reads;
import dev.portolan.catalog.projection.neo4j.Neo4jSample;
import dev.portolan.catalog.rebuild.RollingAudit;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the graph audited all the time, and says what is found. */
@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

  @Bean
  RollingAudit rollingAudit(
      Replay.Source topic,
      Positions positions,
      Reads reads,
      AuditProperties properties,
      MeterRegistry registry) {
    RollingAudit audit =
        new RollingAudit(topic, positions, new Neo4jSample(reads), properties.period());
    FunctionCounter.builder("portolan.audit.checked", audit, RollingAudit::checked)
        .description("References of the graph that were compared with the topic")
        .register(registry);
    Gauge.builder("portolan.audit.drift", audit, RollingAudit::drift)
        .description("References at which the graph differed from the topic when last compared")
        .register(registry);
    return audit;
  }
}
