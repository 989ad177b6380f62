package dev.portolan.scorecard.intake.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the changes come from.
 *
 * @param topic the entities' topic
 * @param group the consumer group whose committed offsets say how far this reader is
 * @param reader this reader's name: in the answer about its lag, and in its dead-letter topic's
 */
@ConfigurationProperties("portolan.intake")
public record IntakeProperties(String topic, String group, String reader) {}
