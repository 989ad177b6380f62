package dev.portolan.ingestion.sync.postgres;

import dev.portolan.ingestion.sync.Report;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.springframework.stereotype.Component;

/** Counts documents by source and outcome, and times chunks. */
@Component
class SyncMetrics {
  private final MeterRegistry registry;
  private final Timer chunks;

  SyncMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.chunks =
        Timer.builder("portolan.ingestion.chunk")
            .description("From the first statement of a chunk to its commit")
            .publishPercentileHistogram()
            .register(registry);
  }

  Timer chunks() {
    return chunks;
  }

  void documents(String source, Report report) {
    count(source, "accepted", report.accepted());
    count(source, "unchanged", report.unchanged());
    count(source, "rejected", report.rejected());
  }

  private void count(String source, String outcome, long documents) {
    if (documents > 0) {
      registry
          .counter("portolan.ingestion.documents", "source", source, "outcome", outcome)
          .increment((double) documents);
    }
  }
}
