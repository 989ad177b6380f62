package dev.portolan.ingestion.fact.postgres;

import dev.portolan.events.FactChanged;
import dev.portolan.ingestion.descriptor.ValueOf;
import dev.portolan.ingestion.fact.HeldFact;
import dev.portolan.ingestion.observation.CanonicalJson;
import dev.portolan.ingestion.topic.FactsTopic;
import dev.portolan.outbox.CurrentTrace;
import dev.portolan.outbox.Outbox;
import dev.portolan.outbox.OutboxEvent;
import io.micrometer.tracing.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes facts with the transaction that is under way. */
@Component
class FactPublication {
  private final Outbox outbox;
  private final FactsTopic topic;
  private final Tracer tracer;

  FactPublication(Outbox outbox, FactsTopic topic, Tracer tracer) {
    this.outbox = outbox;
    this.topic = topic;
    this.tracer = tracer;
  }

  /** A withdrawal is followed by the tombstone with which compaction forgets the fact. */
  void publish(List<HeldFact> changed) {
    String traceparent = CurrentTrace.traceparent(tracer);
    var events = new ArrayList<OutboxEvent>(changed.size());
    for (HeldFact each : changed) {
      OutboxEvent event = event(each, traceparent);
      events.add(event);
      if (each.value() == null) {
        events.add(event.tombstone());
      }
    }
    outbox.publish(events);
  }

  private OutboxEvent event(HeldFact fact, @Nullable String traceparent) {
    String value = fact.value();
    FactChanged event =
        new FactChanged(
            fact.key().entity(),
            fact.key().name(),
            fact.version(),
            value == null ? null : ValueOf.tree(CanonicalJson.tree(value)),
            fact.source(),
            fact.observedAt(),
            fact.committedAt());
    return new OutboxEvent(
        topic.topic(),
        event.key(),
        FactChanged.TYPE,
        event.entity().toString(),
        CanonicalJson.of(event),
        event.committedAt(),
        traceparent);
  }
}
