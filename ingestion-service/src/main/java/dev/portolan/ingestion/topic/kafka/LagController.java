package dev.portolan.ingestion.topic.kafka;

import dev.portolan.outbox.Outbox;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the topic is behind what was committed. */
@RestController
class LagController {
  private final Outbox outbox;

  LagController(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * What waits.
   *
   * @param reader who asks to be waited for
   * @param records events that are committed and not yet acknowledged by Kafka; 0 means that all
   *     that was committed before the question is on the topic
   */
  record Lag(String reader, long records) {}

  @GetMapping("/api/lag")
  Lag lag() {
    return new Lag("ingestion-service", outbox.waiting());
  }
}
