package dev.portolan.outbox.relay;

import dev.portolan.outbox.OutboxProperties;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * The topics that this service writes, its beans of {@link NewTopic}: made before the first event
 * is sent, for a broker that makes topics by itself makes them without compaction.
 */
final class WantedTopics {
  private static final int SECONDS_TO_ANSWER = 10;

  private final OutboxProperties outbox;
  private final List<NewTopic> topics;
  private volatile boolean present;

  WantedTopics(OutboxProperties outbox, List<NewTopic> topics) {
    this.outbox = outbox;
    this.topics = topics;
  }

  /**
   * Makes the topics that do not exist; those that do are left as they are.
   *
   * @throws RelayException when Kafka does not answer or refuses
   */
  void ensure() throws InterruptedException {
    if (present || topics.isEmpty()) {
      return;
    }
    Map<String, Object> settings = new HashMap<>(outbox.producer());
    settings.put("bootstrap.servers", outbox.kafka());
    settings.putIfAbsent("reconnect.backoff.max.ms", "2000");
    try (Admin admin = Admin.create(settings)) {
      await(admin.createTopics(topics).values().values());
    }
    present = true;
  }

  private void await(Collection<KafkaFuture<Void>> creations) throws InterruptedException {
    for (KafkaFuture<Void> creation : creations) {
      try {
        creation.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        Throwable cause = creation.exceptionNow();
        if (!(cause instanceof TopicExistsException)) {
          throw new RelayException("The topics cannot be made on " + outbox.kafka(), cause);
        }
      } catch (TimeoutException e) {
        throw new RelayException("Kafka at " + outbox.kafka() + " does not answer");
      }
    }
  }
}
