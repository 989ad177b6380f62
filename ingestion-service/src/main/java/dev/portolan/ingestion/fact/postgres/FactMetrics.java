package dev.portolan.ingestion.fact.postgres;

import dev.portolan.ingestion.fact.FactReport;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** Counts facts by source and outcome, and times chunks. */
@Component
class FactMetrics {
  private final MeterRegistry registry;
  private final Timer chunks;

  FactMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.chunks =
        Timer.builder("portolan.ingestion.facts.chunk")
            .description("From the first statement of a chunk of facts to its commit")
            .publishPercentileHistogram()
            .register(registry);
  }

  Timer chunks() {
    return chunks;
  }

  void facts(String source, FactReport report) {
    count(source, "accepted", report.accepted());
    count(source, "unchanged", report.unchanged());
    count(source, "rejected", report.rejected().size());
  }

  private void count(String source, String outcome, long facts) {
    if (facts > 0) {
      registry
          .counter("portolan.ingestion.facts", "source", source, "outcome", outcome)
          .increment((double) facts);
    }
  }
}
