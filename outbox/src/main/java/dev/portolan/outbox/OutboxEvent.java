package dev.portolan.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to Kafka.
 *
 * @param topic where it goes
 * @param key the record's key; events of one key arrive in the order in which they were committed
 * @param type the CloudEvents type, such as {@code catalog.entity-changed.v1}
 * @param subject what it is about; null for an event that has no subject
 * @param payload the record's value, JSON; null for a tombstone
 * @param time when what it tells happened
 * @param traceparent the W3C trace context in which it happened; null outside a trace
 */
public record OutboxEvent(
    String topic,
    String key,
    String type,
    @Nullable String subject,
    @Nullable String payload,
    Instant time,
    @Nullable String traceparent) {

  /**
   * The tombstone of this event's key, by which compaction forgets the key. It follows the event
   * that tells of the deletion: publish both, in that order.
   */
  public OutboxEvent tombstone() {
    return new OutboxEvent(topic, key, type, subject, null, time, traceparent);
  }
}
