package dev.portolan.scorecard.initiative.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The topic as the relay of the outbox makes it before the first event, once Kafka answers. */
@Configuration(proxyBeanMethods = false)
class RemindersTopicConfiguration {
  @Bean
  NewTopic reminders(RemindersTopic reminders) {
    return new NewTopic(reminders.topic(), reminders.partitions(), reminders.replicationFactor())
        .configs(
            Map.of(
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(reminders.retention().toMillis())));
  }
}
