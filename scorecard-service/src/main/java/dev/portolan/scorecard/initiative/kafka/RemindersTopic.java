package dev.portolan.scorecard.initiative.kafka;

import dev.portolan.events.Topics;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topic of reminders. All but its name are settings with which it is made; one that exists is
 * left as it is.
 *
 * @param topic the topic's name
 * @param partitions how many readers of one group can share the work
 * @param replicationFactor how many brokers keep each record; 3 where there are three
 * @param retention for how long a reminder stays there
 */
@ConfigurationProperties("portolan.reminders")
record RemindersTopic(
    @DefaultValue(Topics.REMINDERS) String topic,
    @DefaultValue("3") int partitions,
    @DefaultValue("1") short replicationFactor,
    @DefaultValue("30d") Duration retention) {}
