package dev.portolan.ingestion.topic;

import dev.portolan.events.Topics;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The topic of entities. Its settings are those with which it is made; one that exists is left as
 * it is.
 *
 * @param name the topic's name
 * @param partitions how many readers of one group can share the work
 * @param replicationFactor how many brokers keep each record; 3 where there are three
 * @param minCompactionLag for how long every change of an entity stays on the topic: a reader that
 *     was away for less misses none
 * @param maxMessage the longest event: the entity, and its changed fields before and after
 */
@ConfigurationProperties("portolan.topic")
public record EntitiesTopic(
    @DefaultValue(Topics.ENTITIES) String name,
    @DefaultValue("12") int partitions,
    @DefaultValue("1") short replicationFactor,
    @DefaultValue("7d") Duration minCompactionLag,
    @DefaultValue("8MB") DataSize maxMessage) {}
