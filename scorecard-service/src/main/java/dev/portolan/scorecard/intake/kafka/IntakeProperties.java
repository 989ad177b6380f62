package dev.portolan.scorecard.intake.kafka;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the changes come from.
 *
 * @param topic the entities' topic
 * @param group the consumer group whose committed offsets say how far this reader is
 * @param factsTopic the facts' topic
 * @param factsGroup the consumer group that reads it
 * @param reader this reader's name: in the answer about its lag, and in its dead-letter topics'
 */
@ConfigurationProperties("portolan.intake")
public record IntakeProperties(
    String topic, String group, String factsTopic, String factsGroup, String reader) {}
