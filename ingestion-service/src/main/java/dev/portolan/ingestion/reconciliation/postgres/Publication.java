package dev.portolan.ingestion.reconciliation.postgres;

import dev.portolan.events.EntityChanged;
import dev.portolan.ingestion.reconciliation.postgres.EntityTable.Written;
import dev.portolan.ingestion.topic.EntitiesTopic;
import dev.portolan.outbox.CurrentTrace;
import dev.portolan.outbox.Outbox;
import dev.portolan.outbox.OutboxEvent;
import io.micrometer.tracing.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes events with the transaction that is under way. */
@Component
class Publication {
  private final Outbox outbox;
  private final EntitiesTopic topic;
  private final Tracer tracer;

  Publication(Outbox outbox, EntitiesTopic topic, Tracer tracer) {
    this.outbox = outbox;
    this.topic = topic;
    this.tracer = tracer;
  }

  /** A deletion is followed by the tombstone with which compaction forgets the entity. */
  void publish(List<Written> written) {
    String traceparent = CurrentTrace.traceparent(tracer);
    var events = new ArrayList<OutboxEvent>(written.size());
    for (Written each : written) {
      OutboxEvent event = event(each, traceparent);
      events.add(event);
      if (each.event().entity() == null) {
        events.add(event.tombstone());
      }
    }
    outbox.publish(events);
  }

  private OutboxEvent event(Written written, @Nullable String traceparent) {
    String ref = written.event().ref().toString();
    return new OutboxEvent(
        topic.name(),
        ref,
        EntityChanged.TYPE,
        ref,
        written.json(),
        written.event().committedAt(),
        traceparent);
  }
}
