package dev.portolan.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.portolan.system.platform.Http;
import dev.portolan.system.platform.Platform;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody wants to know what became of a push. */
@ExtendWith(OnPlatform.class)
class TraceJourney {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  @Test
  void oneTraceLeadsFromThePushToTheGraph(Platform platform, Spans spans) {
    Http.Answer pushed =
        new Source(platform, "traced")
            .push(
                Source.component("traced"), "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");
    assertThat(pushed.status()).as(pushed.body()).isEqualTo(200);
    for (String service : new String[] {"ingestion-service", "catalog-service"}) {
      await(service).atMost(Duration.ofMinutes(1)).until(() -> spans.tell(TRACE, service));
    }
  }
}
