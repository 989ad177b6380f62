/** Making the topics of entities and of facts on Kafka. */
@NullMarked
package dev.portolan.ingestion.topic.kafka;

import org.jspecify.annotations.NullMarked;
