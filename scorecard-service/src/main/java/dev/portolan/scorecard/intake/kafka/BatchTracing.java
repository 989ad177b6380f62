package dev.portolan.scorecard.intake.kafka;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.portolan.events.CloudEventHeaders;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Continues the traces that the records of a batch carry: around the write of the batch each
 * sampled trace gets a span of its own, so that a request can be followed from the push to the
 * graph.
 */
final class BatchTracing {
  private static final String SAMPLED = "01";

  /**
   * A batch of single pushes could carry as many traces as records; that many spans tell nothing.
   */
  static final int MOST_SPANS = 50;

  private final Tracer tracer;
  private final Propagator propagator;

  BatchTracing(Tracer tracer, Propagator propagator) {
    this.tracer = tracer;
    this.propagator = propagator;
  }

  void around(List<? extends ConsumerRecord<?, ?>> records, Runnable write) {
    List<Span> spans = start(records);
    if (spans.isEmpty()) {
      write.run();
      return;
    }
    try (Tracer.SpanInScope _ = tracer.withSpan(spans.getFirst())) {
      write.run();
    } catch (RuntimeException e) {
      spans.forEach(span -> span.error(e));
      throw e;
    } finally {
      spans.forEach(Span::end);
    }
  }

  private List<Span> start(List<? extends ConsumerRecord<?, ?>> records) {
    List<Span> spans = new ArrayList<>();
    for (String parent : sampledParents(records)) {
      spans.add(
          propagator
              .extract(
                  parent, (value, key) -> key.equals(CloudEventHeaders.TRACE_PARENT) ? value : null)
              .name("apply entity changes")
              .kind(Span.Kind.CONSUMER)
              .tag("portolan.records", records.size())
              .start());
    }
    return spans;
  }

  private static Set<String> sampledParents(List<? extends ConsumerRecord<?, ?>> records) {
    Set<String> parents = new LinkedHashSet<>();
    for (ConsumerRecord<?, ?> record : records) {
      Header header = record.headers().lastHeader(CloudEventHeaders.TRACE_PARENT);
      if (header != null && header.value() != null && parents.size() < MOST_SPANS) {
        String parent = new String(header.value(), US_ASCII);
        if (parent.endsWith(SAMPLED)) {
          parents.add(parent);
        }
      }
    }
    return parents;
  }
}
