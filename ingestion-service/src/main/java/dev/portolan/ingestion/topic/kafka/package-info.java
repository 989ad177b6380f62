/** Making the topic of entities on Kafka. */
@NullMarked
package dev.portolan.ingestion.topic.kafka;

import org.jspecify.annotations.NullMarked;
