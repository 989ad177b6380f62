package dev.portolan.ingestion.following;

import dev.portolan.ingestion.source.Following;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Measures which sources are heard by this instance, which sees to some and not to others. */
@Component
class FollowingMetrics {
  private final MultiGauge following;

  FollowingMetrics(MeterRegistry registry) {
    this.following =
        MultiGauge.builder("portolan.ingestion.following")
            .description("1 while changes of the source are heard, 0 while they cannot be")
            .register(registry);
  }

  /** Measures these sources from now on, and no others. */
  void measure(Map<String, Following> sources) {
    List<Row<?>> rows =
        sources.entrySet().stream()
            .<Row<?>>map(each -> Row.of(Tags.of("source", each.getKey()), heard(each.getValue())))
            .toList();
    following.register(rows, true);
  }

  private static int heard(Following following) {
    return switch (following.state()) {
      case FOLLOWING -> 1;
      case STARTING, FAILING -> 0;
    };
  }
}
