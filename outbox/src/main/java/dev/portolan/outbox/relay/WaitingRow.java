package dev.portolan.outbox.relay;

import org.jspecify.annotations.Nullable;

/**
 * A row of the outbox.
 *
 * @param id its place in the table
 * @param eventId the same each time that it is sent
 * @param time as RFC 3339
 */
record WaitingRow(
    long id,
    String eventId,
    String topic,
    String key,
    String type,
    @Nullable String subject,
    @Nullable String payload,
    String time,
    @Nullable String traceparent) {}
