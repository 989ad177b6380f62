package dev.portolan.ingestion.adapter.kafka;

import dev.portolan.ingestion.adapter.BoundException;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.mapping.ItemJson;
import dev.portolan.ingestion.adapter.mapping.MappedItems;
import dev.portolan.ingestion.adapter.mapping.Mapping;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import dev.portolan.ingestion.descriptor.Problem;
import dev.portolan.ingestion.descriptor.ReadDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Maps records to documents; one that cannot be read is a problem, and the next is read. */
final class RecordMapping {
  private static final int LONGEST_VALUE = 1 << 20;
  private static final JsonMapper JSON = ItemJson.mapper(LONGEST_VALUE);

  private final Mapping mapping;
  private final Consumer<FoundDocument> sink;
  private final MappedItems items;

  RecordMapping(Mapping mapping, DescriptorReader reader, Consumer<FoundDocument> sink) {
    this.mapping = mapping;
    this.sink = sink;
    this.items = new MappedItems(reader, sink);
  }

  /**
   * What a record tells of: its key in the topic; or itself, where it has none that can be used.
   */
  static String item(ConsumerRecord<byte[], byte[]> record) {
    return Key.of(record.key())
        .map(key -> record.topic() + "/" + JsonMapper.shared().writeValueAsString(key))
        .orElseGet(() -> place(record));
  }

  /** Maps a record to what it says; one without a value says nothing. */
  void map(ConsumerRecord<byte[], byte[]> record) throws BoundException {
    byte[] value = record.value();
    if (value == null) {
      return;
    }
    Optional<String> key = Key.of(record.key());
    if (key.isEmpty()) {
      reject(record, "The key of a record must be %s.".formatted(Key.RULE));
    } else if (value.length > LONGEST_VALUE) {
      reject(record, "The value has more than %,d bytes.".formatted(LONGEST_VALUE));
    } else {
      map(record, key.get(), value);
    }
  }

  /** What the owner of the source may want to know. */
  List<String> notes() {
    return items.notes("records");
  }

  private void map(ConsumerRecord<byte[], byte[]> record, String key, byte[] value)
      throws BoundException {
    JsonNode tree;
    try {
      tree = JSON.readTree(value);
    } catch (JacksonException e) {
      reject(record, "The value is no JSON that can be read" + where(e.getLocation()) + ".");
      return;
    }
    if (tree.isMissingNode()) {
      reject(
          record, "The value is empty. To say that its key is gone, write a record without one.");
      return;
    }
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("key", key);
    item.set("value", tree);
    items.map(mapping, item, item(record), place(record));
  }

  private void reject(ConsumerRecord<byte[], byte[]> record, String message) {
    Problem problem = new Problem(1, null, "record", message);
    sink.accept(
        new FoundDocument(
            item(record), new ReadDocument.Rejected(1, null, List.of(problem)), place(record)));
  }

  /** Without the text that stands there, which may be anything. */
  private static String where(@Nullable TokenStreamLocation fault) {
    return fault == null
        ? ", or nests too deeply"
        : ", from line %d, column %d on".formatted(fault.getLineNr(), fault.getColumnNr());
  }

  private static String place(ConsumerRecord<?, ?> record) {
    return "%s, partition %d, offset %d"
        .formatted(record.topic(), record.partition(), record.offset());
  }
}
