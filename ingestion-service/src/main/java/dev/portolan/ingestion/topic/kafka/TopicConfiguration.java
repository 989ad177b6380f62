package dev.portolan.ingestion.topic.kafka;

import dev.portolan.ingestion.topic.EntitiesTopic;
import dev.portolan.ingestion.topic.FactsTopic;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topics as the relay of the outbox makes them before the first event, once Kafka answers. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {
  @Bean
  NewTopic entities(EntitiesTopic topic) {
    return new NewTopic(topic.name(), topic.partitions(), topic.replicationFactor())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                Long.toString(topic.minCompactionLag().toMillis()),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Long.toString(topic.maxMessage().toBytes())));
  }

  @Bean
  NewTopic facts(FactsTopic facts) {
    return new NewTopic(facts.topic(), facts.partitions(), facts.replicationFactor())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                Long.toString(facts.minCompactionLag().toMillis())));
  }
}
