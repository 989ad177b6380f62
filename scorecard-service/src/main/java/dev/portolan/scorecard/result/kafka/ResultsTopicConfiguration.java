package dev.portolan.scorecard.result.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic as the relay of the outbox makes it before the first event, once Kafka answers. */
@Configuration(proxyBeanMethods = false)
class ResultsTopicConfiguration {
  @Bean
  NewTopic results(ResultsTopic results) {
    return new NewTopic(results.topic(), results.partitions(), results.replicationFactor())
        .configs(
            Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                Long.toString(results.minCompactionLag().toMillis())));
  }
}
