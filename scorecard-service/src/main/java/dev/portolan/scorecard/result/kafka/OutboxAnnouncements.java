package dev.portolan.scorecard.result.kafka;

import dev.portolan.events.ScorecardResultChanged;
import dev.portolan.outbox.CurrentTrace;
import dev.portolan.outbox.Outbox;
import dev.portolan.outbox.OutboxEvent;
import dev.portolan.scorecard.result.Announcements;
import dev.portolan.scorecard.result.Result;
import io.micrometer.tracing.Tracer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Publishes changed results with the transaction that changes them. */
@Component
class OutboxAnnouncements implements Announcements {
  private final Outbox outbox;
  private final ResultsTopic results;
  private final JsonMapper json;
  private final Tracer tracer;

  OutboxAnnouncements(Outbox outbox, ResultsTopic results, JsonMapper json, Tracer tracer) {
    this.outbox = outbox;
    this.results = results;
    this.json = json;
    this.tracer = tracer;
  }

  /** A withdrawal is followed by the tombstone with which compaction forgets the result. */
  @Override
  public void announce(List<Result> changed) {
    String traceparent = CurrentTrace.traceparent(tracer);
    List<OutboxEvent> events = new ArrayList<>(changed.size());
    for (Result result : changed) {
      OutboxEvent event = event(result, traceparent);
      events.add(event);
      if (result.standing() == null) {
        events.add(event.tombstone());
      }
    }
    outbox.publish(events);
  }

  private OutboxEvent event(Result result, @Nullable String traceparent) {
    String key = result.key().toString();
    return new OutboxEvent(
        results.topic(),
        key,
        ScorecardResultChanged.TYPE,
        key,
        json.writeValueAsString(result.event()),
        result.evaluatedAt(),
        traceparent);
  }
}
