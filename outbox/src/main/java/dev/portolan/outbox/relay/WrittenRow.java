package dev.portolan.outbox.relay;

import java.util.Optional;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * A row of the outbox, and who wrote it.
 *
 * @param shortXid the lower 32 bits of the id of the transaction that wrote it
 */
record WrittenRow(long shortXid, WaitingRow row) {

  /** As the replication stream brings it in Debezium's record; empty when that is a heartbeat. */
  static Optional<WrittenRow> of(SourceRecord change) {
    if (!(change.value() instanceof Struct value) || value.schema().field("after") == null) {
      return Optional.empty();
    }
    Struct after = value.getStruct("after");
    WaitingRow row =
        new WaitingRow(
            after.getInt64("id"),
            after.getString("event_id"),
            after.getString("topic"),
            after.getString("key"),
            after.getString("type"),
            after.getString("subject"),
            after.getString("payload"),
            after.getString("time"),
            after.getString("traceparent"));
    return Optional.of(new WrittenRow(value.getStruct("source").getInt64("txId"), row));
  }
}
