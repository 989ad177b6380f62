package dev.portolan.search.indexing.elasticsearch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what became of the writes. */
final class IndexMetrics {
  private final Counter applied;
  private final Counter skipped;
  private final Counter retried;
  private final Counter refused;

  IndexMetrics(MeterRegistry registry) {
    applied = counter(registry, "applied");
    skipped = counter(registry, "skipped");
    retried = counter(registry, "retried");
    refused = counter(registry, "refused");
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("portolan.index.writes")
        .description("Documents written or deleted, by what became of the write")
        .tag("outcome", outcome)
        .register(registry);
  }

  void count(Verdict verdict) {
    switch (verdict) {
      case Verdict.Applied _ -> applied.increment();
      case Verdict.Skipped _ -> skipped.increment();
      case Verdict.Retry _ -> retried.increment();
      case Verdict.Refused _ -> refused.increment();
    }
  }
}
