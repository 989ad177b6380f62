package dev.portolan.ingestion.adapter.kafka;

import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * A topic as Kafka knows it.
 *
 * @param id another one when it was made anew under the same name
 */
record Topic(Uuid id, List<TopicPartition> partitions) {}
