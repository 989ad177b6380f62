package dev.portolan.ingestion.adapter.kafka;

import dev.portolan.ingestion.adapter.BoundException;
import dev.portolan.ingestion.adapter.FollowingException;
import dev.portolan.ingestion.adapter.FoundDocument;
import dev.portolan.ingestion.adapter.Listener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/** Follows a topic that is there, for as long as it is the same. */
final class Following {
  /** Whoever waits for records of a topic that is gone, or away, is not told so. */
  private static final Duration PULSE = Duration.ofSeconds(2);

  private final Cluster cluster;
  private final Topic topic;
  private final Records records;
  private final TopicStream stream;
  private final Function<Consumer<FoundDocument>, RecordMapping> mapping;
  private Map<TopicPartition, Long> beginnings;
  private long looked = System.nanoTime();

  Following(
      Cluster cluster,
      Topic topic,
      Records records,
      Function<Consumer<FoundDocument>, RecordMapping> mapping) {
    this.cluster = cluster;
    this.topic = topic;
    this.records = records;
    this.mapping = mapping;
    this.stream = new TopicStream(records);
    this.beginnings = records.beginnings();
    records.toEnd();
  }

  /** Returns when another topic has the name, or it has more partitions. */
  void run(Listener listener) throws InterruptedException, BoundException, UnusableTopicException {
    // Nobody keeps for us what was there while we were away: Kafka forgets what was deleted.
    listener.listening(true);
    while (isTheSame(listener)) {
      List<String> items = stream.changed();
      if (!items.isEmpty()) {
        listener.changed(items, sink -> tell(items, sink));
        stream.told(items);
      }
    }
  }

  private void tell(List<String> items, Consumer<FoundDocument> sink) {
    try {
      stream.tell(items, mapping.apply(sink));
    } catch (BoundException e) {
      throw new FollowingException(String.valueOf(e.getMessage()));
    }
  }

  private boolean isTheSame(Listener listener) throws InterruptedException, UnusableTopicException {
    if (System.nanoTime() - looked < PULSE.toNanos()) {
      return true;
    }
    if (!cluster.topic().equals(topic)) {
      return false;
    }
    Map<TopicPartition, Long> now = records.beginnings();
    if (!now.equals(beginnings)) {
      beginnings = now;
      listener.changedAltogether("its oldest records are gone from the topic");
    }
    looked = System.nanoTime();
    return true;
  }
}
