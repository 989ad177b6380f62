package dev.portolan.ingestion.adapter.kafka;

import dev.portolan.ingestion.adapter.InvalidConfigurationException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/** What a Kafka says of itself and of the topic. All of it fails with a {@link KafkaException}. */
final class Cluster implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(2);

  private final KafkaSource source;
  private final KafkaSettings settings;
  private final Admin admin;

  Cluster(KafkaSource source, KafkaSettings settings) {
    this.source = source;
    this.settings = settings;
    this.admin = Admin.create(ClientProperties.of(source, settings));
  }

  /**
   * The topic as it is now.
   *
   * @throws UnusableTopicException when its records would be fetched from where nobody may reach
   */
  Topic topic() throws UnusableTopicException {
    checkBrokers();
    TopicDescription description =
        answer(
            Objects.requireNonNull(
                admin
                    .describeTopics(List.of(source.topic()))
                    .topicNameValues()
                    .get(source.topic())));
    return new Topic(
        description.topicId(),
        description.partitions().stream()
            .map(each -> new TopicPartition(description.name(), each.partition()))
            .toList());
  }

  /** Whom a Kafka sends its clients on to is for the Kafka to say, and not for it to decide. */
  private void checkBrokers() throws UnusableTopicException {
    for (Node node : answer(admin.describeCluster().nodes())) {
      String host = node.host().contains(":") ? "[" + node.host() + "]" : node.host();
      try {
        settings
            .hosts()
            .checkReachable(
                KafkaSource.SERVERS, URI.create("kafka://%s:%d".formatted(host, node.port())));
      } catch (InvalidConfigurationException e) {
        throw new UnusableTopicException(
            "Kafka at %s sends its clients on to another host. %s"
                .formatted(source.where(), withoutStop(Objects.toString(e.getMessage()))));
      }
    }
  }

  private <T> T answer(KafkaFuture<T> asked) {
    try {
      return asked.get(settings.silence().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException fault ? fault : new KafkaException(e.getCause());
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException(e);
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  @Override
  public void close() {
    admin.close(CLOSING);
  }
}
