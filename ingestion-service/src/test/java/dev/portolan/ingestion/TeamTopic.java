package dev.portolan.ingestion;

import dev.portolan.stack.junit.LocalServers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** A topic that a team writes what it runs to, the name of each as the key. */
final class TeamTopic implements AutoCloseable {
  private static final int PARTITIONS = 3;

  private final String name;
  private final Admin admin;
  private final KafkaProducer<String, String> producer;

  TeamTopic(LocalServers servers) {
    Map<String, Object> properties =
        Map.of(
            "bootstrap.servers",
            servers.kafka(),
            // A topic that was just made may refuse a first batch and take the second.
            "max.in.flight.requests.per.connection",
            1);
    this.name = servers.newTopicName("team");
    this.admin = Admin.create(properties);
    this.producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    make();
  }

  String name() {
    return name;
  }

  /** Makes it, or makes it anew. */
  void make() {
    NewTopic topic = new NewTopic(name, PARTITIONS, (short) 1);
    done(
        admin
            .createTopics(List.of(topic.configs(Map.of("cleanup.policy", "compact,delete"))))
            .all());
  }

  void remove() {
    done(admin.deleteTopics(List.of(name)).all());
  }

  /** Takes all records away at once, which none of those who read it is told. */
  void clear() {
    Map<TopicPartition, RecordsToDelete> all =
        IntStream.range(0, PARTITIONS)
            .mapToObj(partition -> new TopicPartition(name, partition))
            .collect(Collectors.toMap(each -> each, _ -> RecordsToDelete.beforeOffset(-1)));
    done(admin.deleteRecords(all).all());
  }

  /** Writes that a component is there. */
  String runs(String component, String description) {
    return write(component, value(description));
  }

  /** Writes that many components. */
  void runs(String prefix, int count) {
    List<Future<RecordMetadata>> sent =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> prefix + "-" + i)
            .map(key -> new ProducerRecord<>(name, key, value("Old")))
            .map(producer::send)
            .toList();
    producer.flush();
    sent.forEach(TeamTopic::written);
  }

  /** Writes that a component is gone. */
  void stops(String component) {
    write(component, null);
  }

  /** Writes anything, and answers where it stands. */
  String write(String key, @Nullable String value) {
    RecordMetadata written = written(producer.send(new ProducerRecord<>(name, key, value)));
    return "%s, partition %d, offset %d".formatted(name, written.partition(), written.offset());
  }

  private static String value(String description) {
    return "{\"owner\": \"team-a\", \"description\": \"%s\"}".formatted(description);
  }

  private static RecordMetadata written(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void done(KafkaFuture<?> asked) {
    try {
      asked.get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
