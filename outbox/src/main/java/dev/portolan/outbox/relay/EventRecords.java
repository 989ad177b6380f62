package dev.portolan.outbox.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.events.CloudEventHeaders;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Makes the Kafka record of a row: an event of CloudEvents 1.0 in the binary mode of its Kafka
 * binding.
 *
 * @param source who says what this service publishes
 */
record EventRecords(String source) {

  ProducerRecord<byte[], byte[]> of(WaitingRow row) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(row.topic(), bytes(row.key()), value(row.payload()));
    Headers headers = record.headers();
    add(headers, CloudEventHeaders.SPEC_VERSION, "1.0");
    add(headers, CloudEventHeaders.ID, row.eventId());
    add(headers, CloudEventHeaders.SOURCE, source);
    add(headers, CloudEventHeaders.TYPE, row.type());
    add(headers, CloudEventHeaders.SUBJECT, row.subject());
    add(headers, CloudEventHeaders.TIME, row.time());
    add(headers, CloudEventHeaders.TRACE_PARENT, row.traceparent());
    add(headers, "content-type", row.payload() == null ? null : "application/json");
    return record;
  }

  private static void add(Headers headers, String name, @Nullable String value) {
    if (value != null) {
      headers.add(name, bytes(value));
    }
  }

  private static byte @Nullable [] value(@Nullable String payload) {
    return payload == null ? null : bytes(payload);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
