package dev.portolan.gateway.change.kafka;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The topic as it is: which one, how many partitions, and how long it keeps every change.
 *
 * @param id tells it from another of the same name that was made later
 * @param keepsAll how long no change is compacted away; for ever on a topic that is not compacted
 */
record ChangeTopic(String name, long id, int partitions, Duration keepsAll) {
  private static final Logger log = LoggerFactory.getLogger(ChangeTopic.class);
  private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

  static ChangeTopic look(Admin admin, String name)
      throws ExecutionException, InterruptedException {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
    TopicDescription topic =
        admin.describeTopics(List.of(name)).allTopicNames().get().values().iterator().next();
    Config config = admin.describeConfigs(List.of(resource)).all().get().values().iterator().next();
    long id = topic.topicId().getMostSignificantBits() ^ topic.topicId().getLeastSignificantBits();
    return new ChangeTopic(name, id, topic.partitions().size(), keepsAll(config));
  }

  private static Duration keepsAll(Config config) {
    boolean compacted =
        config
            .get(TopicConfig.CLEANUP_POLICY_CONFIG)
            .value()
            .contains(TopicConfig.CLEANUP_POLICY_COMPACT);
    return compacted
        ? Duration.ofMillis(
            Long.parseLong(config.get(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG).value()))
        : FOR_EVER;
  }

  /** Kafka's own words are for the log: they name addresses. */
  static CodedException away(Exception problem) {
    log.warn("Kafka does not answer a subscription", problem);
    return away("Kafka does not answer");
  }

  static CodedException away(String why) {
    return new CodedException(
        ErrorCode.SERVICE_AWAY, "Changes cannot be followed now: " + why + ".");
  }
}
