package dev.portolan.gateway.change.kafka;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where changes are read, and how many may follow them.
 *
 * @param kafka the brokers, {@code host:port} separated by commas
 * @param topic the topic of the changes
 * @param subscriptions how many subscriptions may be open at once; each has a consumer of its own,
 *     with a thread and up to {@code fetchBytes} of memory
 * @param fetchBytes the most that one consumer fetches ahead of its client
 * @param timeout how long Kafka may take to answer when a subscription begins
 * @param recheck how often subscriptions look whether the topic has got more partitions
 */
@ConfigurationProperties("portolan.changes")
public record ChangeProperties(
    String kafka,
    String topic,
    @DefaultValue("64") int subscriptions,
    @DefaultValue("1048576") int fetchBytes,
    @DefaultValue("5s") Duration timeout,
    @DefaultValue("30s") Duration recheck) {}
