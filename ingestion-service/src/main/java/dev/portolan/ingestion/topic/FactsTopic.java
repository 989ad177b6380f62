package dev.portolan.ingestion.topic;

import dev.portolan.events.Topics;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topic of facts. All but its name are settings with which it is made; one that exists is left
 * as it is.
 *
 * @param topic the topic's name
 * @param partitions how many readers of one group can share the work
 * @param replicationFactor how many brokers keep each record; 3 where there are three
 * @param minCompactionLag for how long every change of a fact stays on the topic: a reader that was
 *     away for less misses none
 */
@ConfigurationProperties("portolan.facts")
public record FactsTopic(
    @DefaultValue(Topics.FACTS) String topic,
    @DefaultValue("12") int partitions,
    @DefaultValue("1") short replicationFactor,
    @DefaultValue("7d") Duration minCompactionLag) {}
