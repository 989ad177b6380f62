package dev.portolan.ingestion.adapter.kafka;

import dev.portolan.ingestion.adapter.BoundException;
import dev.portolan.ingestion.adapter.FollowingAdapter;
import dev.portolan.ingestion.adapter.FollowingException;
import dev.portolan.ingestion.adapter.Listener;
import dev.portolan.ingestion.adapter.Reception;
import dev.portolan.ingestion.adapter.SourceReading;
import dev.portolan.ingestion.descriptor.DescriptorReader;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Reads a topic of somebody's Kafka, and hears what is written to it.
 *
 * <p>Configuration: {@code bootstrapServers} and {@code security}; {@code topic} and {@code
 * mapping}; {@code follow}. docs/topics.md says what each is.
 */
public final class KafkaAdapter implements FollowingAdapter {
  private final DescriptorReader reader;
  private final KafkaSettings settings;

  /** Reads topics. */
  public KafkaAdapter(DescriptorReader reader, KafkaSettings settings) {
    this.reader = reader;
    this.settings = settings;
  }

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public void check(Map<String, Object> configuration) {
    settings.check(KafkaSource.of(configuration));
  }

  @Override
  public boolean follows(Map<String, Object> configuration) {
    return KafkaSource.of(configuration).follow();
  }

  @Override
  public SourceReading read(String source, Map<String, Object> configuration, Reception reception) {
    KafkaSource asked = checked(configuration);
    RecordMapping mapping = new RecordMapping(asked.mapping(), reader, reception::take);
    try (Cluster cluster = new Cluster(asked, settings)) {
      Topic topic = cluster.topic();
      try (Records records = new Records(asked, settings, topic)) {
        new TopicReading(records, mapping).read();
      }
      return new SourceReading(topic.partitions().size(), null, List.of(), mapping.notes());
    } catch (KafkaException e) {
      return broken(new Reason(asked, settings).of(e), mapping);
    } catch (UnusableTopicException | BoundException e) {
      return broken(String.valueOf(e.getMessage()), mapping);
    }
  }

  @Override
  public void follow(String source, Map<String, Object> configuration, Listener listener)
      throws InterruptedException {
    KafkaSource asked = checked(configuration);
    try (Cluster cluster = new Cluster(asked, settings)) {
      Topic topic = cluster.topic();
      try (Records records = new Records(asked, settings, topic)) {
        new Following(
                cluster, topic, records, sink -> new RecordMapping(asked.mapping(), reader, sink))
            .run(listener);
      }
    } catch (InterruptException e) {
      throw interrupted();
    } catch (KafkaException e) {
      throw new FollowingException(new Reason(asked, settings).of(e));
    } catch (UnusableTopicException | BoundException e) {
      throw new FollowingException(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void leave(String source, Map<String, Object> configuration) {
    // It is read without a group, so that nothing is left in the cluster.
  }

  private KafkaSource checked(Map<String, Object> configuration) {
    KafkaSource source = KafkaSource.of(configuration);
    settings.check(source);
    return source;
  }

  private static SourceReading broken(String fault, RecordMapping mapping) {
    return new SourceReading(0, null, List.of(fault + "."), mapping.notes());
  }

  /** Kafka's own exception leaves the thread interrupted, which Java's does not. */
  private static InterruptedException interrupted() {
    Thread.interrupted();
    return new InterruptedException("Interrupted while a topic is followed");
  }
}
