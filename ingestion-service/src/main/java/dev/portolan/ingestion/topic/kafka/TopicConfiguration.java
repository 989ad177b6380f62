package dev.portolan.ingestion.topic.kafka;

import dev.portolan.ingestion.topic.EntitiesTopic;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic as the relay of the outbox makes it before the first event, once Kafka answers. */
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
}
