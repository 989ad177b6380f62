package dev.portolan.ingestion.adapter.kafka;

import dev.portolan.ingestion.adapter.BoundException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was written to a topic and is not told yet: of each key the newest. */
final class TopicStream {
  private static final int TOGETHER = 1_000;
  private static final long MOST_BYTES = 32 << 20;

  private final Records records;
  private final Map<String, ConsumerRecord<byte[], byte[]>> waiting = new LinkedHashMap<>();
  private long bytes;

  TopicStream(Records records) {
    this.records = records;
  }

  /** The items of which something is to be told; none when nothing is written for a moment. */
  List<String> changed() throws BoundException {
    if (waiting.isEmpty()) {
      records.poll(this::hear);
    }
    return waiting.keySet().stream().limit(TOGETHER).toList();
  }

  /**
   * Tells what these items are by now. What is written until then is heard before: whoever read the
   * whole topic meanwhile must not be answered with something older.
   */
  void tell(Collection<String> items, RecordMapping mapping) throws BoundException {
    records.readTo(records.ends(), this::hear);
    for (String item : items) {
      mapping.map(Objects.requireNonNull(waiting.get(item)));
    }
  }

  /** These were told, and are in the catalog. */
  void told(Collection<String> items) {
    items.forEach(item -> bytes -= size(Objects.requireNonNull(waiting.remove(item))));
  }

  private void hear(ConsumerRecord<byte[], byte[]> record) throws BoundException {
    String item = RecordMapping.item(record);
    ConsumerRecord<byte[], byte[]> known = waiting.get(item);
    if (known != null && !Position.of(record).isAfter(Position.of(known))) {
      return;
    }
    waiting.put(item, record);
    bytes += size(record) - (known == null ? 0 : size(known));
    if (bytes > MOST_BYTES) {
      throw new BoundException(
          "More than %,d bytes are written at once, so that the topic is read whole"
              .formatted(MOST_BYTES));
    }
  }

  /** A record takes some room even where it says nothing. */
  private static long size(ConsumerRecord<?, ?> record) {
    return 200L
        + Math.max(0, record.serializedKeySize())
        + Math.max(0, record.serializedValueSize());
  }
}
