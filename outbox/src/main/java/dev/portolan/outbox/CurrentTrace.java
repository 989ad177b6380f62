package dev.portolan.outbox;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The trace that is under way, as the events that come of it carry it. */
public final class CurrentTrace {
  private CurrentTrace() {}

  /** The W3C trace context of this thread, for {@link OutboxEvent}; null outside a trace. */
  public static @Nullable String traceparent(Tracer tracer) {
    TraceContext context = tracer.currentTraceContext().context();
    if (context == null) {
      return null;
    }
    String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
    return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
  }
}
